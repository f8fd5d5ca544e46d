// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/who/values_field.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QDate>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStandardItemModel>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"
#include "ui/who/day_popup.h"
#include "ui/who/values_text.h"
#include "ui/widgets/pill.h"

namespace heliograph::ui {

namespace {
constexpr int kValueRole = Qt::UserRole + 1;
constexpr int kGap = 6;
constexpr int kValuesLeastWidth = 48;
constexpr int kEditWidth = 120;
constexpr int kFittingMost = 300;
constexpr int kFittingSeveral = 180;
constexpr int kFittingRoom = 18;  ///< beside the text while it is typed
}  // namespace

ValuesField::ValuesField(QWidget* parent)
    : QLineEdit(parent),
      m_offered(new QStandardItemModel(this)),
      m_completer(new QCompleter(this)),
      m_calendar(addAction(makeIcon(Icon::Calendar), QLineEdit::TrailingPosition)) {
  setAttribute(Qt::WA_Hover);
  setMinimumHeight(size::SmallControl);
  setMaximumHeight(size::SmallControl);
  m_completer->setModel(m_offered);
  m_completer->setWidget(this);
  m_completer->setCaseSensitivity(Qt::CaseInsensitive);
  m_completer->setFilterMode(Qt::MatchContains);
  m_completer->setCompletionRole(kValueRole);
  m_completer->setMaxVisibleItems(10);
  connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
          [this](const QModelIndex& index) { take(index.data(kValueRole).toString()); });
  connect(this, &QLineEdit::textEdited, this, [this] {
    complete(false);
    Q_EMIT edited();
  });
  connect(this, &QLineEdit::textChanged, this, [this] { updateGeometry(); });
  m_calendar->setToolTip(tr("Choose a day (Down)"));
  m_calendar->setVisible(false);
  connect(m_calendar, &QAction::triggered, this, [this] { openCalendar(*this); });
}

void ValuesField::setValues(const QStringList& values) {
  const QString text = m_several ? textFromValues(values) : values.value(0);
  if (m_several ? this->values() == values : this->text() == text) return;
  setText(text);
}

QStringList ValuesField::values() const {
  if (m_several) return valuesFromText(text());
  const QString value = text().trimmed();
  return value.isEmpty() ? QStringList() : QStringList(value);
}

void ValuesField::setFitting(bool fitting) {
  m_fitting = fitting;
  updateGeometry();
}

QStringList ValuesField::shownValues() const {
  QStringList shown = values();
  if (!m_day) return shown;
  for (QString& value : shown) {
    const QDate day = QDate::fromString(value, Qt::ISODate);
    if (day.isValid()) value = QLocale().toString(day, QStringLiteral("d MMM yyyy"));
  }
  return shown;
}

void ValuesField::offer(const std::vector<audience::CommonValue>& values, Counted counted) {
  // Asked at every keystroke; an open list stays as it is.
  if (values == m_common) return;
  m_common = values;
  m_offered->clear();
  for (const audience::CommonValue& value : values) {
    const QString figure = QLocale().toString(value.people);
    auto* item = new QStandardItem(counted == Counted::Nothing ? value.text : tr("%1   %2").arg(value.text, figure));
    item->setData(value.text, kValueRole);
    const QString spoken = counted == Counted::People  ? tr("%1, %2 people").arg(value.text, figure)
                           : counted == Counted::Times ? tr("%1, %2 times").arg(value.text, figure)
                                                       : value.text;
    item->setData(spoken, Qt::AccessibleTextRole);
    m_offered->appendRow(item);
  }
}

void ValuesField::complete(bool all) {
  const qsizetype start = m_several ? valueStart(text(), cursorPosition()) : 0;
  const QString prefix = text().mid(start, cursorPosition() - start).trimmed();
  if (m_source) offer(m_source(prefix), Counted::Nothing);
  // What a source offers fits already, perhaps by another name.
  m_completer->setCompletionPrefix(m_source ? QString() : prefix);
  const bool found = m_completer->completionCount() > 0;
  const bool whole =
      m_completer->completionCount() == 1 && m_completer->currentCompletion().compare(prefix, Qt::CaseInsensitive) == 0;
  if (!found || whole || (prefix.isEmpty() && !all)) {
    m_completer->popup()->hide();
    return;
  }
  m_completer->popup()->setMinimumWidth(m_completer->popup()->sizeHintForColumn(0) + size::Wide);
  m_completer->complete();
}

void ValuesField::take(const QString& value) {
  if (m_several) {
    const qsizetype start = valueStart(text(), cursorPosition());
    const QStringList before = valuesFromText(text().left(start));
    const QStringList after = valuesFromText(text().mid(cursorPosition()));
    const QString head = textFromValues(QStringList(before) << value);
    setText(after.isEmpty() ? head : head + QStringLiteral(", ") + textFromValues(after));
    setCursorPosition(static_cast<int>(head.size()));
  } else {
    setText(value);
  }
  Q_EMIT edited();
}

void ValuesField::setDay(bool day) {
  if (day == m_day) return;
  m_day = day;
  m_calendar->setVisible(day && hasFocus());
}

/// While it is read as wide as its pills, while it is typed in as the text.
QSize ValuesField::fittingSize() const {
  int width = 0;
  if (hasFocus()) {
    const QString widest = text().isEmpty() ? placeholderText() : text();
    width = std::max(fontMetrics().horizontalAdvance(widest) + kFittingRoom, m_several ? kFittingSeveral : 0);
    if (m_day) width += size::SmallControl;
  } else if (values().isEmpty()) {
    width = pillSize(placeholderText()).width();
  } else {
    for (const QString& value : shownValues()) width += (width > 0 ? kGap : 0) + pillSize(value).width();
  }
  return {std::clamp(width, kValuesLeastWidth / 2, kFittingMost), size::SmallControl};
}

QSize ValuesField::sizeHint() const {
  if (m_fitting) return fittingSize();
  int width = 0;
  for (const QString& value : values()) width += pillSize(value).width() + kGap;
  return {std::max(width, kEditWidth), size::SmallControl};
}

QSize ValuesField::minimumSizeHint() const {
  if (m_fitting) return {kValuesLeastWidth / 2, size::SmallControl};
  return {kValuesLeastWidth, size::SmallControl};
}

void ValuesField::paintEvent(QPaintEvent* event) {
  if (hasFocus()) {
    QLineEdit::paintEvent(event);
  } else {
    paintPills();
  }
}

void ValuesField::paintHint(QPainter& painter, const QRect& box) {
  const Tokens& tokens = Tokens::of(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(tokens.lineStrong, 1, Qt::DashLine));
  painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), size::PillCorner, size::PillCorner);
  painter.setFont(typeFont(TypeRole::Body));
  painter.setPen(tokens.text3);
  drawWords(&painter, box.adjusted(kGap, 0, -kGap, 0), Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(placeholderText(), Qt::ElideRight, box.width() - 2 * kGap + 1));
}

void ValuesField::paintPills() {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const int y = (height() - size::PillHeight) / 2;
  const auto placed = [this, y](int x, int width) {
    const int left = layoutDirection() == Qt::RightToLeft ? this->width() - x - width : x;
    return QRect(left, y, width, size::PillHeight);
  };
  const QStringList all = shownValues();
  if (all.isEmpty()) return paintHint(painter, placed(0, std::min(pillSize(placeholderText()).width(), width())));
  int x = 0;
  for (int i = 0; i < all.size(); ++i) {
    const int left = static_cast<int>(all.size()) - i;
    const QString rest = QStringLiteral("+ %1").arg(left);
    const int restWidth = left > 1 ? pillSize(QStringLiteral("+ %1").arg(left - 1)).width() + kGap : 0;
    const int wanted = pillSize(all[i]).width();
    const bool fits = x + wanted + restWidth <= width();
    if (!fits && i > 0) {
      paintPill(&painter, placed(x, pillSize(rest).width()), rest, tokens);
      return;
    }
    const int taken = fits ? wanted : std::max(kValuesLeastWidth, width() - x - restWidth);
    paintPill(&painter, placed(x, taken), all[i], tokens, underMouse());
    x += taken + kGap;
  }
}

void ValuesField::keyPressEvent(QKeyEvent* event) {
  const bool open = m_completer->popup()->isVisible();
  if (open && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Escape)) {
    // The open list takes these keys itself when they aren't accepted here.
    event->ignore();
    return;
  }
  if (m_day && event->key() == Qt::Key_Down) return openCalendar(*this);
  if (event->key() == Qt::Key_Down && event->modifiers() == Qt::NoModifier && m_offered->rowCount() > 0) {
    complete(true);
    return;
  }
  QLineEdit::keyPressEvent(event);
}

void ValuesField::focusInEvent(QFocusEvent* event) {
  QLineEdit::focusInEvent(event);
  m_calendar->setVisible(m_day);
  updateGeometry();
  update();
}

void ValuesField::focusOutEvent(QFocusEvent* event) {
  QLineEdit::focusOutEvent(event);
  m_calendar->setVisible(false);
  // Back to the beginning, so that the tooltip and the pills tell the same.
  setToolTip(values().join(QStringLiteral(", ")));
  updateGeometry();
  update();
}

}  // namespace heliograph::ui
