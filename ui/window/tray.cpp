// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tray.h"

#include <QApplication>
#include <QLocale>
#include <QMenu>
#include <QPainter>

#include "delivery/run/progress_words.h"
#include "ui/theme/icons.h"
#include "ui/theme/tone.h"

namespace heliograph::ui {

using delivery::RowState;
using delivery::SendingLine;

namespace {

constexpr int kIconSize = 64;
constexpr int kDotSize = 26;
/// Campaigns named in the tooltip.
constexpr std::size_t kCampaignsNamed = 3;

/// The program's icon with a dot of that colour at its corner; an invalid one leaves it out.
QIcon iconWithDot(const QColor& color) {
  QPixmap picture = applicationIcon().pixmap(kIconSize, kIconSize);
  if (!color.isValid()) return picture;
  QPainter painter(&picture);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(color);
  painter.setPen(QPen(Tokens::of(QApplication::palette()).surface, 4));
  const int place = kIconSize - kDotSize - 2;
  painter.drawEllipse(place, place, kDotSize, kDotSize);
  return picture;
}

}  // namespace

Tray::Tray(Services& services, const delivery::SendingBoard& board, QAction* pause, QObject* parent)
    : QObject(parent), m_services(services), m_board(board), m_menu(std::make_unique<QMenu>()) {
  connect(m_menu->addAction(tr("Open Heliograph")), &QAction::triggered, this, &Tray::openRequested);
  m_menu->addAction(pause);
  m_menu->addSeparator();
  connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitRequested);
  m_icon.setContextMenu(m_menu.get());
  connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
    if (reason != QSystemTrayIcon::Context) Q_EMIT openRequested();
  });
  connect(&m_icon, &QSystemTrayIcon::messageClicked, this, &Tray::openRequested);
  connect(&board, &delivery::SendingBoard::changed, this, &Tray::refresh);
  connect(&board, &delivery::SendingBoard::ended, this, &Tray::tellEnd);
  connect(&board, &delivery::SendingBoard::needsPerson, this, &Tray::tellNeed);
}

Tray::~Tray() = default;

bool Tray::isAvailable() {
  return QSystemTrayIcon::isSystemTrayAvailable();
}

void Tray::show() {
  m_shown = State::Quiet;
  m_icon.setIcon(iconWithDot({}));
  refresh();
  m_icon.show();
  look();
}

void Tray::hide() {
  m_icon.hide();
}

void Tray::look() {
  m_services.background
      .run([&database = m_services.database, &clock = m_services.clock] {
        return delivery::readOutlook(database, clock);
      })
      .then(this, [this](const Result<delivery::Outlook>& outlook) {
        if (outlook) m_outlook = *outlook;
        refresh();
      });
}

Tray::State Tray::state() const {
  const auto lines = m_board.lines();
  if (!lines.empty() && lines.front().needsPerson()) return State::NeedsPerson;
  if (m_board.isSending()) return State::Sending;
  return m_outlook.due.empty() ? State::Quiet : State::Due;
}

QString Tray::tip() const {
  QStringList words;
  const auto lines = m_board.lines();
  for (const SendingLine& line : lines) {
    if (static_cast<std::size_t>(words.size()) == kCampaignsNamed) break;
    words << tr("%1: %2").arg(line.name, delivery::progressText(line.progress));
  }
  if (lines.size() > kCampaignsNamed) words << tr("and %1 more").arg(lines.size() - kCampaignsNamed);
  if (lines.empty()) words = delivery::outlookSentences({{}, m_outlook.due});
  if (words.isEmpty()) words << tr("Heliograph: nothing is being sent");
  return words.join(u'\n');
}

void Tray::refresh() {
  if (!m_icon.isVisible() && m_shown != State::Quiet) return;
  m_icon.setToolTip(tip());
  const State now = state();
  if (now == m_shown) return;
  m_shown = now;
  const Tokens& tokens = Tokens::of(QApplication::palette());
  const QColor colors[]{QColor(), tokens.fine, tokens.accent, tokens.attention};
  m_icon.setIcon(iconWithDot(colors[static_cast<std::size_t>(now)]));
}

void Tray::tellEnd(const SendingLine& line) {
  if (!m_icon.isVisible()) return;
  const delivery::RunProgress& progress = line.progress;
  const QLocale locale;
  QStringList words{tr("%1 accepted").arg(locale.toString(progress.count(RowState::Accepted)))};
  if (progress.count(RowState::Refused) > 0) {
    words << tr("%1 refused").arg(locale.toString(progress.count(RowState::Refused)));
  }
  if (progress.unclear() > 0) words << tr("%1 unclear").arg(locale.toString(progress.unclear()));
  const bool done = progress.state == delivery::RunState::Done;
  m_icon.showMessage(done ? tr("“%1” is sent").arg(line.name) : tr("“%1” was stopped").arg(line.name),
                     words.join(QStringLiteral(", ")), applicationIcon());
  look();
}

void Tray::tellNeed(const SendingLine& line) {
  if (!m_icon.isVisible()) return;
  m_icon.showMessage(tr("“%1” needs you").arg(line.name), delivery::headlineText(line.progress), applicationIcon());
}

}  // namespace heliograph::ui
