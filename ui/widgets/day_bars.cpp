// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/day_bars.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int BarsHeight = 72;
constexpr int WordsRoom = 22;
constexpr int BetweenDays = 3;
constexpr int LeastBar = 2;

}  // namespace

DayBars::DayBars(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void DayBars::setDays(std::vector<Day> days) {
  m_days = std::move(days);
  QStringList words;
  for (const Day& day : m_days) words << caption(day);
  setAccessibleName(tr("By day"));
  setAccessibleDescription(words.join(QStringLiteral(", ")));
  update();
}

QString DayBars::caption(const Day& day) const {
  return tr("%1: %2").arg(locale().toString(day.day, QStringLiteral("ddd d MMM")), locale().toString(day.value));
}

QSize DayBars::sizeHint() const {
  return {240, BarsHeight + WordsRoom};
}

QSize DayBars::minimumSizeHint() const {
  return {160, BarsHeight + WordsRoom};
}

QRect DayBars::columnRect(int index) const {
  const int count = std::max(1, static_cast<int>(m_days.size()));
  const int left = index * width() / count;
  const int right = (index + 1) * width() / count;
  return QStyle::visualRect(layoutDirection(), rect(), {left, 0, right - left, BarsHeight});
}

bool DayBars::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  for (int i = 0; i < static_cast<int>(m_days.size()); ++i) {
    if (!columnRect(i).contains(help->pos())) continue;
    QToolTip::showText(help->globalPos(), caption(m_days[static_cast<std::size_t>(i)]), this);
    return true;
  }
  QToolTip::hideText();
  return true;
}

void DayBars::paintEvent(QPaintEvent*) {
  if (m_days.empty()) return;
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  qint64 most = 1;
  for (const Day& day : m_days) most = std::max(most, day.value);
  for (int i = 0; i < static_cast<int>(m_days.size()); ++i) {
    const qint64 value = m_days[static_cast<std::size_t>(i)].value;
    const int height =
        value == 0
            ? 0
            : std::max(LeastBar, static_cast<int>(static_cast<double>(value) / static_cast<double>(most) * BarsHeight));
    QRect bar = columnRect(i).adjusted(0, BarsHeight - height, -BetweenDays, 0);
    if (height > 0) drawing::roundRect(&painter, bar, LeastBar, tokens.accent, QColor());
  }
  painter.fillRect(QRect(0, BarsHeight, width(), 1), tokens.line);
  painter.setFont(typeFont(TypeRole::Hint));
  painter.setPen(tokens.text3);
  const QString format = QStringLiteral("d MMM");
  const QRect words(0, BarsHeight + 2, width(), WordsRoom - 2);
  const auto leading = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
  const auto trailing = QStyle::visualAlignment(layoutDirection(), Qt::AlignRight);
  painter.drawText(words, leading | Qt::AlignVCenter, locale().toString(m_days.front().day, format));
  painter.drawText(words, trailing | Qt::AlignVCenter, locale().toString(m_days.back().day, format));
}

}  // namespace heliograph::ui
