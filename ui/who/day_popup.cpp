// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/day_popup.h"

#include <QCalendarWidget>
#include <QDate>
#include <QFrame>
#include <QLineEdit>
#include <QVBoxLayout>

namespace heliograph::ui {

void openCalendar(QLineEdit& field) {
  auto* popup = new QFrame(&field, Qt::Popup);
  popup->setAttribute(Qt::WA_DeleteOnClose);
  popup->setObjectName(QStringLiteral("rule.calendar"));
  auto* calendar = new QCalendarWidget;
  const QDate day = QDate::fromString(field.text().trimmed(), Qt::ISODate);
  if (day.isValid()) calendar->setSelectedDate(day);
  auto* column = new QVBoxLayout(popup);
  column->setContentsMargins(1, 1, 1, 1);
  column->addWidget(calendar);
  const auto take = [&field, popup](const QDate& chosen) {
    popup->close();
    field.setText(chosen.toString(Qt::ISODate));
    Q_EMIT field.textEdited(field.text());
  };
  QObject::connect(calendar, &QCalendarWidget::clicked, &field, take);
  QObject::connect(calendar, &QCalendarWidget::activated, &field, take);
  popup->adjustSize();
  // Where lines end on the left, it ends where the field does.
  const bool mirrored = field.layoutDirection() == Qt::RightToLeft;
  const int x = mirrored ? field.width() - popup->width() : 0;
  popup->move(field.mapToGlobal(QPoint(x, field.height())));
  popup->show();
  calendar->setFocus();
}

}  // namespace heliograph::ui
