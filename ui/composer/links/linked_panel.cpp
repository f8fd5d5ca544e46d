// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/links/linked_panel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <algorithm>

#include "editors/property_choice.h"
#include "ui/campaign_document.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::KnownSource;
using campaign::LinkedParameter;
using campaign::LinkedUse;

namespace {

enum FillRow { NothingRow, TextRow, FirstPropertyRow };

constexpr int kParameterName = 140;

}  // namespace

LinkedPanel::LinkedPanel(CampaignDocument& document, QWidget* parent) : Card(parent), m_document(document) {
  setObjectName(QStringLiteral("what.linked"));
  setAccessibleName(tr("Linked content"));
  hide();
}

void LinkedPanel::setProperties(const QStringList& names) {
  if (m_properties == names) return;
  m_properties = names;
  if (!isHidden()) build();
}

void LinkedPanel::show(const std::vector<KnownSource>& known, const message::Snippets& snippets) {
  std::vector<KnownSource> shown;
  for (const QString& name : campaign::sourcesRead(m_document.campaign(), snippets)) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const KnownSource& one) { return one.name == name; });
    if (found != known.end()) shown.push_back(*found);
  }
  setVisible(!shown.empty());
  // Not while something is typed into it, which is what changed the campaign then.
  if (shown == m_shown && m_uses == m_document.campaign().linked) return;
  m_shown = std::move(shown);
  m_uses = m_document.campaign().linked;
  build();
}

void LinkedPanel::build() {
  QWidget* focus = focusWidget();
  const QString focused = focus && focus->hasFocus() ? focus->objectName() : QString();
  delete m_contents;
  m_contents = new QWidget;
  auto* column = new QVBoxLayout(m_contents);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  body()->addWidget(m_contents);
  for (const KnownSource& source : m_shown) addSource(source);
  m_contents->show();
  // What is made anew must not take the focus away.
  if (auto* again = focused.isEmpty() ? nullptr : m_contents->findChild<QWidget*>(focused)) again->setFocus();
}

void LinkedPanel::addSource(const KnownSource& source) {
  auto* column = qobject_cast<QVBoxLayout*>(m_contents->layout());
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("Linked content: %1").arg(source.name), TypeRole::Label));
  head->addStretch();
  auto* open = new LinkButton(source.hasAnswer ? tr("Open the source") : tr("Test it…"));
  open->setObjectName(QStringLiteral("what.linked.open.") + source.name);
  connect(open, &LinkButton::clicked, this, [this, name = source.name] { Q_EMIT sourceRequested(name); });
  head->addWidget(open);
  column->addLayout(head);
  tabBefore(nextControl(this), {open});
  auto* words =
      new Label(source.hasAnswer
                    ? tr("Asked for each person while the message is sent. Here you see the answer of the last test.")
                    : tr("Never tested, so that the phone and the counts show nothing for it."),
                TypeRole::Hint, source.hasAnswer ? Ink::Text3 : Ink::Attention);
  words->setWordWrap(true);
  column->addWidget(words);
  for (const QString& parameter : source.parameters) addParameter(source, parameter);
}

void LinkedPanel::addParameter(const KnownSource& source, const QString& parameter) {
  const LinkedParameter* filled = filledWith(source.name, parameter);
  auto* choice = new QComboBox;
  auto* text = new QLineEdit;
  const QString name = QStringLiteral("what.linked.%1.%2").arg(source.name, parameter);
  choice->setObjectName(name);
  choice->setAccessibleName(tr("What fills %1").arg(parameter));
  text->setObjectName(name + QStringLiteral(".text"));
  text->setAccessibleName(tr("Text for %1").arg(parameter));
  text->setPlaceholderText(tr("The same for everybody"));
  fillChoice(*choice, filled);
  const bool isText = choice->currentIndex() == TextRow;
  if (isText) text->setText(filled->value);
  text->setVisible(isText);
  connect(choice, &QComboBox::activated, this, [this, choice, text, source = source.name, parameter](int row) {
    text->setVisible(row == TextRow);
    if (row == TextRow) text->setFocus();
    const bool isProperty = row >= FirstPropertyRow;
    store(source, parameter,
          {row == TextRow ? LinkedParameter::From::Text : LinkedParameter::From::Property,
           isProperty       ? choice->itemData(row).toString()
           : row == TextRow ? text->text()
                            : QString()});
  });
  connect(text, &QLineEdit::textEdited, this, [this, source = source.name, parameter](const QString& typed) {
    store(source, parameter, {LinkedParameter::From::Text, typed});
  });
  auto* row = new QHBoxLayout;
  row->setSpacing(size::Small);
  auto* label = makeFieldLabel(parameter, choice);
  label->setMinimumWidth(kParameterName);
  row->addWidget(label);
  row->addWidget(choice);
  row->addWidget(text, 1);
  row->addStretch();
  qobject_cast<QVBoxLayout*>(m_contents->layout())->addLayout(row);
  tabBefore(nextControl(this), {choice, text});
}

void LinkedPanel::fillChoice(QComboBox& choice, const LinkedParameter* filled) const {
  choice.addItem(tr("Choose…"));
  choice.addItem(tr("A text"));
  for (const QString& property : m_properties) choice.addItem(editors::propertyLabel(property), property);
  if (!filled) return;
  if (filled->from == LinkedParameter::From::Text) return choice.setCurrentIndex(TextRow);
  if (filled->value.isEmpty()) return;
  if (choice.findData(filled->value) < 0) choice.addItem(tr("%1 (unknown)").arg(filled->value), filled->value);
  choice.setCurrentIndex(choice.findData(filled->value));
}

const LinkedParameter* LinkedPanel::filledWith(const QString& source, const QString& parameter) const {
  for (const LinkedUse& use : m_uses) {
    const auto found = use.parameters.constFind(parameter);
    if (use.source == source && found != use.parameters.constEnd()) return &*found;
  }
  return nullptr;
}

void LinkedPanel::store(const QString& source, const QString& parameter, const LinkedParameter& filled) {
  std::vector<LinkedUse> uses = m_document.campaign().linked;
  auto use = std::find_if(uses.begin(), uses.end(), [&](const LinkedUse& one) { return one.source == source; });
  if (use == uses.end()) use = uses.insert(uses.end(), LinkedUse{source, {}});
  const bool isNothing = filled.from == LinkedParameter::From::Property && filled.value.isEmpty();
  if (isNothing) {
    use->parameters.remove(parameter);
  } else {
    use->parameters[parameter] = filled;
  }
  m_uses = uses;
  m_document.setLinked(uses);
}

void LinkedPanel::focusFirst() {
  QComboBox* first = nullptr;
  for (QComboBox* choice : findChildren<QComboBox*>()) {
    if (choice->currentIndex() == NothingRow) return choice->setFocus();
    if (!first) first = choice;
  }
  if (first) first->setFocus();
}

}  // namespace heliograph::ui
