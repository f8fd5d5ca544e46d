// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/quiet_choice.h"

#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/when/quiet_editor.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"
#include "ui/widgets/segmented_choice.h"

namespace heliograph::ui {

using campaign::QuietRule;

QuietChoice::QuietChoice(QWidget* parent)
    : QWidget(parent),
      m_use(new SegmentedChoice),
      m_words(new Label({}, TypeRole::Hint, Ink::Text2)),
      m_edit(new LinkButton({})),
      m_own(new QuietEditor(QStringLiteral("when.quiet"))),
      m_thenBox(new QWidget),
      m_then(new SegmentedChoice),
      m_forecast(new Label({}, TypeRole::Hint, Ink::Text2)) {
  m_use->setObjectName(QStringLiteral("when.quiet.use"));
  m_use->setAccessibleName(tr("Quiet hours"));
  m_use->addChoice(static_cast<int>(QuietRule::Use::Workspace), tr("As the workspace says"));
  m_use->addChoice(static_cast<int>(QuietRule::Use::None), tr("None"));
  m_use->addChoice(static_cast<int>(QuietRule::Use::Own), tr("Its own"));
  m_words->setObjectName(QStringLiteral("when.quiet.words"));
  m_words->setWordWrap(true);
  m_edit->setObjectName(QStringLiteral("when.quiet.workspace"));
  m_then->setObjectName(QStringLiteral("when.quiet.then"));
  m_then->setAccessibleName(tr("A message that would leave in quiet hours"));
  m_then->addChoice(static_cast<int>(QuietRule::Then::Delay), tr("Waits until they are over"));
  m_then->addChoice(static_cast<int>(QuietRule::Then::Discard), tr("Is discarded"));
  m_forecast->setObjectName(QStringLiteral("when.quiet.forecast"));
  m_forecast->setWordWrap(true);
  arrange();
  connect(m_use, &SegmentedChoice::chosen, this, [this](int id) { choose(static_cast<QuietRule::Use>(id)); });
  connect(m_then, &SegmentedChoice::chosen, this, [this](int id) {
    m_rule.then = static_cast<QuietRule::Then>(id);
    Q_EMIT changed(m_rule);
  });
  connect(m_own, &QuietEditor::changed, this, [this](const campaign::ZonedQuiet& quiet) {
    m_rule.own = quiet;
    Q_EMIT changed(m_rule);
  });
  connect(m_edit, &LinkButton::clicked, this, &QuietChoice::workspaceRequested);
  setForecast({});
  showState();
}

void QuietChoice::arrange() {
  auto* then = new QVBoxLayout(m_thenBox);
  then->setContentsMargins(0, size::Small, 0, 0);
  then->setSpacing(size::Small);
  then->addWidget(makeFieldLabel(tr("A message that would leave in quiet hours"), m_then));
  then->addWidget(m_then);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(makeFieldLabel(tr("Quiet hours"), m_use));
  column->addWidget(m_use);
  column->addWidget(m_words);
  column->addWidget(m_edit, 0, Qt::AlignLeading);
  column->addWidget(m_own);
  column->addWidget(m_thenBox);
  column->addWidget(m_forecast);
}

void QuietChoice::load(const campaign::Campaign& campaign) {
  m_rule = campaign.quiet;
  m_isMarketing = campaign.purpose == campaign::Purpose::Marketing;
  showState();
}

void QuietChoice::setWorkspace(const campaign::ZonedQuiet& workspace) {
  m_workspace = workspace;
  showState();
}

void QuietChoice::offerZones(const std::vector<schedule::ZoneName>& zones) {
  m_own->offerZones(zones);
}

void QuietChoice::setForecast(const QString& words) {
  m_forecast->setText(words);
  m_forecast->setVisible(!words.isEmpty());
}

void QuietChoice::focusChoice() {
  m_use->focusCurrent();
}

/// Own hours begin as the workspace's, else as usual, and are kept while another choice holds.
void QuietChoice::choose(QuietRule::Use use) {
  m_rule.use = use;
  if (use == QuietRule::Use::Own && m_rule.own.hours.isEmpty()) {
    m_rule.own = m_workspace.hours.isEmpty()
                     ? campaign::ZonedQuiet{schedule::QuietHours::usual(), schedule::localZone()}
                     : m_workspace;
  }
  showState();
  Q_EMIT changed(m_rule);
}

bool QuietChoice::keepsNone() const {
  return m_rule.use == QuietRule::Use::None || (m_rule.use == QuietRule::Use::Workspace && m_workspace.hours.isEmpty());
}

QString QuietChoice::words() const {
  if (!m_isMarketing) {
    return tr(
        "A transactional message is about something the person did and leaves at any hour. Quiet hours are kept "
        "by marketing campaigns only.");
  }
  switch (m_rule.use) {
    case QuietRule::Use::None:
      return tr("Texts leave at any hour, at night, too. Many countries forbid that for marketing.");
    case QuietRule::Use::Own:
      return tr("By the clocks of the place where each person is.");
    case QuietRule::Use::Workspace:
      break;
  }
  if (m_workspace.hours.isEmpty()) {
    return tr("The workspace has no quiet hours: texts leave at any hour, at night, too.");
  }
  const QString hours = schedule::describe(m_workspace.hours);
  return tr("%1, by the clocks of the place where each person is; of %2 for people whose time zone isn't known.")
      .arg(hours.left(1).toUpper() + hours.mid(1), schedule::zoneName(m_workspace.zone).city);
}

QString QuietChoice::summary() const {
  if (!m_isMarketing) return tr("No quiet hours, as it is transactional");
  if (keepsNone()) return tr("No quiet hours");
  const auto& hours = m_rule.use == QuietRule::Use::Own ? m_rule.own.hours : m_workspace.hours;
  if (hours.isEmpty()) return tr("No quiet hours");
  const QString words = tr("Quiet hours %1").arg(schedule::describe(hours));
  return m_rule.then == QuietRule::Then::Discard ? tr("%1, messages in them are discarded").arg(words) : words;
}

void QuietChoice::showState() {
  const bool isOwn = m_isMarketing && m_rule.use == QuietRule::Use::Own;
  m_use->setCurrent(static_cast<int>(m_rule.use));
  m_use->setVisible(m_isMarketing);
  m_words->setText(words());
  m_words->setInk(m_isMarketing && keepsNone() ? Ink::Attention : Ink::Text2);
  m_edit->setText(m_workspace.hours.isEmpty() ? tr("Set quiet hours for the workspace…")
                                              : tr("Change the workspace's quiet hours…"));
  m_edit->setVisible(m_isMarketing && m_rule.use == QuietRule::Use::Workspace);
  m_own->setQuiet(m_rule.own);
  m_own->setVisible(isOwn);
  m_then->setCurrent(static_cast<int>(m_rule.then));
  m_thenBox->setVisible(m_isMarketing && !keepsNone());
}

}  // namespace heliograph::ui
