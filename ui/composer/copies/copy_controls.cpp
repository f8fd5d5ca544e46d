// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/copies/copy_controls.h"

#include <QVBoxLayout>

#include "ui/campaign_document.h"
#include "ui/composer/copies/copy_edits.h"
#include "ui/composer/copies/copy_rule.h"
#include "ui/composer/copies/copy_tabs.h"
#include "ui/composer/words/copy_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using CopiesKind = campaign::Variants::Kind;

CopyControls::CopyControls(Services& services, CampaignDocument& document, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_kind(new SegmentedChoice),
      m_tabs(new CopyTabs(document)),
      m_rule(new CopyRule(services, document)),
      m_kept(new Label({}, TypeRole::Hint, Ink::Text3)) {
  m_kind->setObjectName(QStringLiteral("what.kind"));
  m_kind->setAccessibleName(tr("Kind of message"));
  const auto add = [this](CopiesKind kind, const QString& text) {
    m_kind->addChoice(static_cast<int>(kind), text, kindWords(kind));
  };
  add(CopiesKind::Single, tr("Single"));
  add(CopiesKind::AbTest, tr("A/B test"));
  add(CopiesKind::Split, tr("Split"));
  add(CopiesKind::ByProperty, tr("By property"));
  m_kept->setObjectName(QStringLiteral("what.keptCopies"));
  m_kept->setWordWrap(true);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  for (QWidget* part : std::initializer_list<QWidget*>{m_tabs, m_rule, m_kept}) column->addWidget(part);
  connect(m_kind, &SegmentedChoice::chosen, this, &CopyControls::chooseKind);
  connect(m_tabs, &CopyTabs::valueWanted, m_rule, &CopyRule::focusNewValue);
  connect(m_tabs, &CopyTabs::textTaken, this, &CopyControls::textChanged);
  connect(&m_document, &CampaignDocument::copyShown, this, &CopyControls::textChanged);
  connect(&m_document, &CampaignDocument::changed, this, [this](const ChangeEvent& event) {
    using Field = CampaignField;
    if (event.field == Field::Message || event.field == Field::Variants || event.field == Field::Everything) load();
  });
  load();
}

void CopyControls::load() {
  const campaign::Variants& variants = m_document.campaign().variants;
  const bool single = variants.kind == CopiesKind::Single;
  const auto kept = static_cast<int>(variants.others.size());
  m_kind->setCurrent(static_cast<int>(variants.kind));
  m_tabs->load();
  m_rule->load();
  m_kept->setVisible(single && kept > 0);
  m_kept->setText(
      kept == 1 ? tr("One more copy is kept aside. It is there again with another kind of message.")
                : tr("%1 more copies are kept aside. They are there again with another kind of message.").arg(kept));
  setVisible(!single || kept > 0);
  Q_EMIT kindChanged(kindWords(variants.kind));
}

void CopyControls::chooseKind(int kind) {
  m_document.setVariants(withKind(m_document.campaign().variants, static_cast<CopiesKind>(kind)));
}

void CopyControls::setProperties(const QStringList& properties) {
  m_rule->setProperties(properties);
}

void CopyControls::setTellsClicks(bool tellsClicks) {
  m_rule->setTellsClicks(tellsClicks);
}

void CopyControls::showPeople(const delivery::CheckReport& report) {
  m_rule->showPeople(report);
}

bool CopyControls::tabsHaveFocus() const {
  return m_tabs->hasTabFocus();
}

bool CopyControls::focusField(const QString& field) {
  if (field == u"variants") {
    m_document.campaign().variants.kind == CopiesKind::Single ? m_kind->focusCurrent() : m_rule->focusFirst();
    return true;
  }
  const QString prefix = QStringLiteral("message:");
  if (field.startsWith(prefix)) m_document.showCopy(field.mid(prefix.size()).toInt());
  return false;
}

}  // namespace heliograph::ui
