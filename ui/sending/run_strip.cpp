// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sending/run_strip.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <utility>

#include "delivery/outbox/reason_text.h"
#include "delivery/run/progress_words.h"
#include "ui/sending/run_acts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using delivery::RowState;
using delivery::RunState;

namespace {

constexpr int kProgressSteps = 1000;
constexpr int kProgressHeight = 6;
constexpr int kStripHeight = 44;
constexpr int kStripNameWidth = 200;
constexpr int kBarLeast = 60;
/// A click this soon after a button changed was aimed at what it was before.
constexpr qint64 kAimMilliseconds = 700;

Icon runActIcon(const QString& text) {
  if (text == RunStrip::tr("Pause")) return Icon::Pause;
  return text == RunStrip::tr("Resume") ? Icon::Play : Icon::None;
}

}  // namespace

RunStrip::RunStrip(RunActs& acts, Place place, const QString& prefix, QWidget* parent)
    : QWidget(parent),
      m_acts(acts),
      m_place(place),
      m_prefix(prefix),
      m_row(new QHBoxLayout(this)),
      m_name(new LinkButton({})),
      m_words(new ElidedLabel({}, TypeRole::Label, Ink::Accent)),
      m_bar(new QProgressBar),
      m_figures(new Label({})),
      m_unclear(new LinkButton({})),
      m_refused(new LinkButton({})),
      m_first(new Button({})),
      m_second(new Button({})) {
  setObjectName(prefix);
  arrange(prefix);
  connect(m_name, &LinkButton::clicked, this, [this] { Q_EMIT reportRequested(m_line.progress.campaign); });
  connect(m_unclear, &LinkButton::clicked, this,
          [this] { Q_EMIT peopleRequested(m_line.progress.campaign, RowState::InDoubt, {}); });
  connect(m_refused, &LinkButton::clicked, this, &RunStrip::openReasons);
  connectAct(*m_first, m_firstDeed);
  connectAct(*m_second, m_secondDeed);
}

void RunStrip::arrange(const QString& prefix) {
  const auto named = [&prefix](QObject* object, const char* name) {
    object->setObjectName(prefix + u'.' + QLatin1String(name));
  };
  named(m_name, "name");
  named(m_words, "words");
  named(m_bar, "progress");
  named(m_figures, "figures");
  named(m_unclear, "unclear");
  named(m_refused, "refused");
  named(m_first, "act");
  named(m_second, "other");
  m_bar->setRange(0, kProgressSteps);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(kProgressHeight);
  m_bar->setMinimumWidth(kBarLeast);
  m_bar->setAccessibleName(tr("Progress"));
  m_name->setToolTip(tr("Open its report"));
  if (m_place != Place::Window) m_name->hide();
  m_first->setSmall(true);
  m_second->setSmall(true);
  m_words->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
  m_row->setContentsMargins(20, size::Small, 20, size::Small);
  m_row->setSpacing(size::Medium);
  for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_words}) m_row->addWidget(part);
  // Keeps its room while there is no progress to show, so that the rest stays at the end.
  auto* room = new QWidget;
  auto* inner = new QHBoxLayout(room);
  inner->setContentsMargins({});
  inner->addWidget(m_bar);
  m_row->addWidget(room, 1);
  for (QWidget* part : std::initializer_list<QWidget*>{m_figures, m_unclear, m_refused, m_second, m_first}) {
    m_row->addWidget(part);
  }
  setMinimumHeight(kStripHeight);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void RunStrip::addControl(QWidget* control) {
  m_row->addWidget(control);
}

void RunStrip::show(const delivery::SendingLine& line) {
  const bool seen = isVisibleTo(parentWidget());
  if (line == m_line && seen) return;
  m_line = line;
  if (!seen) m_firstDeed = m_secondDeed = {};
  const delivery::RunProgress& progress = line.progress;
  const bool going = progress.isActive() && !progress.waiting;
  m_tone = going ? Tone::Accent : Tone::Attention;
  m_words->setInk(going ? Ink::Accent : Ink::Attention);
  m_words->setText(delivery::headlineText(progress));
  const QFontMetrics metrics(m_name->font());
  m_name->setText(metrics.elidedText(line.name, Qt::ElideRight, kStripNameWidth));
  m_name->setAccessibleName(line.name);
  m_name->setToolTip(tr("%1: open its report").arg(line.name));
  showFigures();
  offer(*m_first, m_firstDeed, firstOffer());
  offer(*m_second, m_secondDeed, secondOffer());
  setAccessibleName(line.name + QStringLiteral(": ") + delivery::progressText(progress));
  update();
  setVisible(true);
}

void RunStrip::showFigures() {
  const delivery::RunProgress& progress = m_line.progress;
  const bool held = progress.state == RunState::Held && progress.settled() == 0;
  m_bar->setVisible(progress.total > 0 && !held);
  m_bar->setValue(progress.total == 0 ? 0 : static_cast<int>(progress.settled() * kProgressSteps / progress.total));
  m_bar->setAccessibleDescription(tr("%1 %").arg(delivery::percentSettled(progress)));
  m_figures->setText(delivery::figuresText(progress));
  m_figures->setVisible(progress.total > 0 && !held);
  const qint64 refused = progress.count(RowState::Refused);
  m_unclear->setText(tr("%1 unclear").arg(QLocale().toString(progress.unclear())));
  m_unclear->setVisible(progress.unclear() > 0);
  m_unclear->setToolTip(tr("May have arrived: show these people"));
  m_refused->setText(tr("%1 refused").arg(QLocale().toString(refused)));
  m_refused->setVisible(refused > 0);
  QStringList reasons;
  for (const auto& figure : refusals()) {
    reasons << tr("%1: %2").arg(delivery::reasonLabel(figure.code), QLocale().toString(figure.people));
  }
  m_refused->setToolTip(reasons.join(u'\n'));
  m_refused->setAccessibleDescription(reasons.join(QStringLiteral(", ")));
}

std::vector<delivery::ReasonFigure> RunStrip::refusals() const {
  std::vector<delivery::ReasonFigure> refused = m_line.progress.reasons;
  std::erase_if(refused, [](const delivery::ReasonFigure& figure) { return figure.state != RowState::Refused; });
  return refused;
}

void RunStrip::openReasons() {
  auto* menu = new QMenu(this);
  menu->setObjectName(m_prefix + QStringLiteral(".reasons"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const CampaignId campaign = m_line.progress.campaign;
  for (const delivery::ReasonFigure& figure : refusals()) {
    const QString words = delivery::reasonLabel(figure.code) + u'\t' + QLocale().toString(figure.people);
    connect(menu->addAction(words), &QAction::triggered, this,
            [this, campaign, code = figure.code] { Q_EMIT peopleRequested(campaign, RowState::Refused, code); });
  }
  menu->addSeparator();
  connect(menu->addAction(tr("Show everybody who was refused")), &QAction::triggered, this,
          [this, campaign] { Q_EMIT peopleRequested(campaign, RowState::Refused, {}); });
  menu->popup(m_refused->mapToGlobal(QPoint(0, m_refused->height())));
}

RunStrip::Offer RunStrip::firstOffer() const {
  const delivery::RunProgress& progress = m_line.progress;
  switch (progress.state) {
    case RunState::Held:
      if (progress.reason == delivery::hold::missed) return {Act::Release, tr("Send now")};
      if (progress.reason == delivery::hold::audienceGrew) return {Act::Release, tr("Send to all of them")};
      if (progress.reason == delivery::hold::safetyCheck) return {Act::Release, tr("Send anyway")};
      if (progress.reason == delivery::hold::audienceUnknown) return {Act::Release, tr("Try again")};
      if (progress.reason == delivery::hold::abTest) return {Act::Winner, tr("Choose the winner…")};
      return {Act::Release, tr("Send the rest")};
    case RunState::Paused:
      return {Act::Resume, tr("Resume")};
    case RunState::Filling:
    case RunState::Running:
      if (progress.secretOf.isValid()) return {Act::Provider, tr("Enter the secret…")};
      return {Act::Pause, tr("Pause")};
    default:
      return {};
  }
}

RunStrip::Offer RunStrip::secondOffer() const {
  const delivery::RunProgress& progress = m_line.progress;
  if (progress.state == RunState::Held && progress.reason == delivery::hold::missed) return {Act::Skip, tr("Skip…")};
  if (progress.state == RunState::Held) return {Act::Stop, tr("Stop…")};
  if (progress.state == RunState::Paused && progress.reason == delivery::hold::noProvider) {
    return {Act::Provider, tr("Look at the providers")};
  }
  if (progress.secretOf.isValid()) return {Act::Pause, tr("Pause")};
  if (m_place == Place::Report || progress.state == RunState::Paused) return {Act::Stop, tr("Stop…")};
  return {};
}

/// Does what was offered when the press began, though the strip may show something else at its end.
void RunStrip::connectAct(Button& button, Deed& deed) {
  connect(&button, &Button::pressed, this, [this, &deed] {
    m_pressed = deed;
    const bool lets = deed.act == Act::Release || deed.act == Act::Resume;
    if (lets && deed.changed.isValid() && !deed.changed.hasExpired(kAimMilliseconds)) m_pressed.act = Act::None;
  });
  connect(&button, &Button::clicked, this, [this] { perform(std::exchange(m_pressed, {})); });
}

void RunStrip::offer(Button& button, Deed& deed, const Offer& offer) {
  const delivery::RunProgress& before = deed.line.progress;
  const delivery::RunProgress& now = m_line.progress;
  const bool same = deed.act == offer.act && before.run == now.run && before.reason == now.reason;
  // Whoever pauses a run by this button knows that it resumes the run now.
  const bool expected = offer.act == Act::Resume && before.run == now.run && now.reason == delivery::hold::byPerson;
  if (!same && !expected && before.run.isValid()) deed.changed.start();
  deed.act = offer.act;
  deed.line = m_line;
  button.setVisible(offer.act != Act::None);
  if (button.text() == offer.text) return;
  button.setText(offer.text);
  button.setLeadingIcon(runActIcon(offer.text));
}

void RunStrip::perform(const Deed& deed) {
  const RunId run = deed.line.progress.run;
  switch (deed.act) {
    case Act::Pause:
      return m_acts.pause(run);
    case Act::Resume:
      return m_acts.resume(run);
    case Act::Release:
      return m_acts.release(run, deed.line.progress.reason);
    case Act::Winner:
      return m_acts.askForWinner(run);
    case Act::Skip:
      return m_acts.askToSkip(deed.line);
    case Act::Stop:
      return m_acts.askToStop(deed.line);
    case Act::Provider:
      return Q_EMIT providerRequested(deed.line.progress.secretOf);
    case Act::None:
      return;
  }
}

void RunStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  painter.fillRect(rect(), toneWeak(tokens, m_tone));
  painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

}  // namespace heliograph::ui
