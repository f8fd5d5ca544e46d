// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/campaign_actions.h"

#include <QAction>

#include "delivery/outbox/run.h"
#include "ui/theme/icons.h"

namespace heliograph::ui {

using campaign::CampaignSummary;
using items::Act;

namespace {

Icon actIcon(Act act) {
  switch (act) {
    case Act::Test:
      return Icon::Phone;
    case Act::Clone:
      return Icon::Copy;
    case Act::Pause:
      return Icon::Pause;
    case Act::Resume:
      return Icon::Play;
    case Act::SendNow:
      return Icon::Send;
    case Act::Stop:
      return Icon::Stop;
    case Act::Unschedule:
      return Icon::Edit;
    case Act::Export:
      return Icon::Download;
    case Act::Archive:
    case Act::Unarchive:
      return Icon::Archive;
    case Act::Remove:
      return Icon::Trash;
    case Act::Open:
    case Act::Rename:
    case Act::Label:
      break;
  }
  return Icon::None;
}

QString plain(const QString& text) {
  return text.section(QLatin1Char('\t'), 0, 0);
}

}  // namespace

CampaignActions::CampaignActions(QObject* parent) : QObject(parent), m_import(new QAction(this)) {
  add(Act::Open, tr("Open"), QStringLiteral("open"));
  add(Act::Test, tr("Preview && test…"), QStringLiteral("test"))->setShortcut(QKeySequence(QStringLiteral("Ctrl+T")));
  add(Act::Clone, tr("Clone"), QStringLiteral("clone"));
  add(Act::Rename, tr("Rename"), QStringLiteral("rename"))->setShortcut(Qt::Key_F2);
  add(Act::Label, tr("Labels…"), QStringLiteral("label"))->setShortcut(QKeySequence(QStringLiteral("Ctrl+L")));
  add(Act::Pause, tr("Pause"), QStringLiteral("pause"));
  add(Act::Resume, tr("Resume"), QStringLiteral("resume"));
  add(Act::SendNow, tr("Send now"), QStringLiteral("sendNow"));
  add(Act::Stop, tr("Stop…"), QStringLiteral("stop"));
  add(Act::Unschedule, tr("Unschedule and edit"), QStringLiteral("unschedule"));
  add(Act::Export, tr("Export…"), QStringLiteral("export"));
  add(Act::Archive, tr("Archive"), QStringLiteral("archive"));
  add(Act::Unarchive, tr("Unarchive"), QStringLiteral("unarchive"));
  add(Act::Remove, tr("Delete…"), QStringLiteral("remove"))->setShortcut(QKeySequence::Delete);
  m_import->setText(tr("Import a campaign…"));
  m_import->setIcon(makeIcon(Icon::Upload));
  m_import->setObjectName(QStringLiteral("home.act.import"));
  connect(m_import, &QAction::triggered, this, &CampaignActions::importTriggered);
  fillMenu();
  connect(&m_menu, &QMenu::aboutToShow, this, [this] { showReasons(true); });
  connect(&m_menu, &QMenu::aboutToHide, this, [this] { showReasons(false); });
}

QAction* CampaignActions::add(Act act, const QString& text, const QString& name) {
  auto* action = new QAction(text, this);
  action->setObjectName(QStringLiteral("home.act.") + name);
  action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
  if (const Icon icon = actIcon(act); icon != Icon::None) action->setIcon(makeIcon(icon));
  connect(action, &QAction::triggered, this, [this, act] { Q_EMIT triggered(act); });
  m_actions.insert(static_cast<int>(act), action);
  return action;
}

void CampaignActions::fillMenu() {
  m_menu.setObjectName(QStringLiteral("home.menu"));
  m_menu.setToolTipsVisible(true);
  const auto section = [this](std::initializer_list<Act> acts) {
    for (const Act act : acts) m_menu.addAction(of(act));
    m_menu.addSeparator();
  };
  section({Act::Open, Act::Test, Act::Clone, Act::Rename, Act::Label});
  section({Act::Pause, Act::Resume, Act::SendNow, Act::Stop, Act::Unschedule});
  m_menu.addAction(of(Act::Export));
  m_menu.addAction(m_import);
  m_menu.addSeparator();
  section({Act::Archive, Act::Unarchive, Act::Remove});
}

QList<QAction*> CampaignActions::all() const {
  QList<QAction*> actions;
  for (const Act act : items::kActs) actions << of(act);
  return actions << m_import;
}

void CampaignActions::follow(const std::vector<CampaignSummary>& selected) {
  const auto stands = [&selected](campaign::Standing standing) {
    return selected.size() == 1 && selected.front().standing == standing;
  };
  const bool draft = stands(campaign::Standing::Draft);
  of(Act::Open)->setText(draft ? tr("Continue") : tr("Open the report"));
  of(Act::Open)->setIcon(makeIcon(draft ? Icon::Edit : Icon::Reports));
  for (const Act act : items::kActs) {
    QAction* action = of(act);
    const QString why = items::refusal(act, selected);
    m_reasons.insert(action, why);
    action->setEnabled(why.isEmpty());
    action->setToolTip(why.isEmpty() ? plain(action->text()).remove(QLatin1Char('&')) : why);
  }
  // Of these pairs one only ever makes sense.
  of(Act::Pause)->setVisible(!stands(campaign::Standing::Paused) && !stands(campaign::Standing::Held));
  of(Act::Resume)->setVisible(stands(campaign::Standing::Paused));
  of(Act::SendNow)->setVisible(stands(campaign::Standing::Held));
  const bool test = stands(campaign::Standing::Held) && selected.front().holdReason == delivery::hold::abTest;
  of(Act::SendNow)->setText(test ? tr("Choose the winner…") : tr("Send now"));
  of(Act::Unarchive)->setVisible(of(Act::Unarchive)->isEnabled());
  of(Act::Archive)->setVisible(!of(Act::Unarchive)->isEnabled());
}

void CampaignActions::showReasons(bool show) {
  for (const auto& [action, why] : m_reasons.asKeyValueRange()) {
    if (!why.isEmpty()) action->setText(show ? plain(action->text()) + QLatin1Char('\t') + why : plain(action->text()));
  }
}

}  // namespace heliograph::ui
