// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/when/zone_combo.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFocusEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QWheelEvent>

#include "ui/theme/tokens.h"

namespace heliograph::ui {

namespace {
constexpr int kZoneWidth = 260;
constexpr int kZoneRows = 14;
}  // namespace

ZoneCombo::ZoneCombo(QWidget* parent) : QComboBox(parent), m_zones(new QStandardItemModel(this)) {
  setEditable(true);
  setInsertPolicy(QComboBox::NoInsert);
  setModel(m_zones);
  setFixedWidth(kZoneWidth);
  setMinimumHeight(size::Field);
  setMaxVisibleItems(kZoneRows);
  completer()->setFilterMode(Qt::MatchContains);
  completer()->setCaseSensitivity(Qt::CaseInsensitive);
  completer()->setCompletionMode(QCompleter::PopupCompletion);
  connect(this, &QComboBox::activated, this, &ZoneCombo::take);
  connect(lineEdit(), &QLineEdit::returnPressed, this, &ZoneCombo::readTyped);
}

void ZoneCombo::addZone(const schedule::ZoneName& name) {
  auto* item = new QStandardItem(name.label());
  item->setData(name.id, Qt::UserRole);
  item->setToolTip(QString::fromLatin1(name.id));
  m_zones->appendRow(item);
}

void ZoneCombo::offer(const std::vector<schedule::ZoneName>& zones) {
  const QSignalBlocker quiet(this);
  m_zones->clear();
  for (const schedule::ZoneName& name : zones) addZone(name);
  setZone(m_zone);
}

void ZoneCombo::setZone(const QByteArray& id) {
  const QSignalBlocker quiet(this);
  m_zone = id;
  int row = findData(id);
  if (row < 0) {
    addZone(schedule::zoneName(id));
    row = m_zones->rowCount() - 1;
  }
  setCurrentIndex(row);
  setEditText(itemText(row));
  lineEdit()->setCursorPosition(0);
  setToolTip(QString::fromLatin1(id));
}

int ZoneCombo::rowOf(const QString& typed) const {
  if (const int exact = findText(typed, Qt::MatchFixedString); exact >= 0) return exact;
  for (int row = 0; row < m_zones->rowCount(); ++row) {
    const QString id = QString::fromLatin1(m_zones->item(row)->data(Qt::UserRole).toByteArray());
    if (id.compare(typed, Qt::CaseInsensitive) == 0) return row;
  }
  const auto found = m_zones->findItems(typed, Qt::MatchContains);
  return found.size() == 1 ? found.front()->row() : -1;
}

void ZoneCombo::take(int row) {
  const QByteArray id = itemData(row).toByteArray();
  if (id.isEmpty() || id == m_zone) return;
  setZone(id);
  Q_EMIT chosen(id);
}

void ZoneCombo::readTyped() {
  const QString typed = currentText().trimmed();
  if (typed == itemText(findData(m_zone))) return;
  const int row = typed.isEmpty() ? -1 : rowOf(typed);
  if (row >= 0) {
    take(row);
    return setZone(m_zone);
  }
  setZone(m_zone);
  Q_EMIT notFound(typed);
}

void ZoneCombo::focusOutEvent(QFocusEvent* event) {
  QComboBox::focusOutEvent(event);
  // The list of completions takes the focus for a while.
  if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) readTyped();
}

bool ZoneCombo::focusNextPrevChild(bool next) {
  // An open list of completions would keep the loss of the focus to itself.
  completer()->popup()->hide();
  readTyped();
  return QComboBox::focusNextPrevChild(next);
}

void ZoneCombo::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

}  // namespace heliograph::ui
