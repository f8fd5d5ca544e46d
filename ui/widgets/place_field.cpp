// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/place_field.h"

#include <QKeyEvent>
#include <QLocale>
#include <QRegularExpressionValidator>
#include <algorithm>

namespace heliograph::ui {

PlaceField::PlaceField(QWidget* parent) : QLineEdit(parent) {
  setAlignment(Qt::AlignCenter);
  setValidator(new QRegularExpressionValidator(QRegularExpression(QStringLiteral("[0-9]{0,12}")), this));
  hide();
}

void PlaceField::ask(qint64 places, const QString& begun) {
  m_places = places;
  const QString range = tr("1 to %1").arg(QLocale().toString(places));
  setPlaceholderText(range);
  setAccessibleName(tr("Number of the person, %1").arg(range));
  setText(begun);
  show();
  setFocus(Qt::OtherFocusReason);
  setCursorPosition(static_cast<int>(begun.size()));
}

void PlaceField::finish(bool byKey) {
  if (isHidden()) return;
  hide();
  Q_EMIT done(byKey);
}

void PlaceField::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return finish(true);
  if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) return QLineEdit::keyPressEvent(event);
  const qint64 wanted = text().toLongLong();
  finish(true);
  if (wanted > 0) Q_EMIT placeChosen(std::min(wanted, m_places));
}

void PlaceField::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason) finish(false);
}

}  // namespace heliograph::ui
