// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

#include "editors/code_edit.h"

namespace heliograph::editors {
namespace {

constexpr int FieldWidth = 90;
constexpr int CountRoom = 64;

}  // namespace

FindBar::FindBar(CodeEdit* editor, QWidget* parent)
    : QWidget(parent),
      m_editor(editor),
      m_wanted(new QLineEdit),
      m_count(new QLabel),
      m_matchCase(new QToolButton),
      m_replaceRow(new QWidget),
      m_with(new QLineEdit) {
  setObjectName(QStringLiteral("findBar"));
  m_wanted->setObjectName(QStringLiteral("find.wanted"));
  m_wanted->setAccessibleName(tr("Find"));
  m_wanted->setPlaceholderText(tr("Find"));
  m_with->setObjectName(QStringLiteral("find.with"));
  m_with->setAccessibleName(tr("Replace with"));
  m_with->setPlaceholderText(tr("Replace with"));
  m_count->setObjectName(QStringLiteral("find.count"));
  m_count->setMinimumWidth(CountRoom);
  m_matchCase->setObjectName(QStringLiteral("find.case"));
  m_matchCase->setText(tr("Aa"));
  m_matchCase->setCheckable(true);
  m_matchCase->setToolTip(tr("Match case"));
  m_matchCase->setAccessibleName(tr("Match case"));
  for (QLineEdit* field : {m_wanted, m_with}) field->setMinimumWidth(FieldWidth);

  auto* find = new QHBoxLayout;
  find->setSpacing(6);
  find->addWidget(m_wanted, 1);
  find->addWidget(m_count);
  find->addWidget(m_previous = addButton({}, "find.previous", &FindBar::goToPrevious));
  find->addWidget(m_next = addButton({}, "find.next", &FindBar::goToNext));
  find->addWidget(m_matchCase);
  QToolButton* close = addButton(QStringLiteral("\u00D7"), "find.close", &FindBar::close);
  find->addWidget(close);
  const auto name = [](QToolButton* button, const QString& text, const QString& keys) {
    button->setAccessibleName(text);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys));
  };
  m_previous->setArrowType(Qt::UpArrow);
  m_next->setArrowType(Qt::DownArrow);
  name(m_previous, tr("Previous"), tr("Shift+F3"));
  name(m_next, tr("Next"), tr("F3"));
  name(close, tr("Close"), tr("Esc"));
  auto* replace = new QHBoxLayout(m_replaceRow);
  replace->setContentsMargins({});
  replace->setSpacing(6);
  replace->addWidget(m_with, 1);
  replace->addWidget(m_replace = addButton(tr("Replace"), "find.replace", &FindBar::replaceCurrent));
  replace->addWidget(m_replaceAll = addButton(tr("Replace all"), "find.replaceAll", &FindBar::replaceAll));
  replace->addStretch();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(8, 8, 8, 8);
  column->setSpacing(6);
  column->addLayout(find);
  column->addWidget(m_replaceRow);
  hide();

  editor->installEventFilter(this);
  for (QWidget* each : findChildren<QWidget*>()) each->installEventFilter(this);
  connect(m_wanted, &QLineEdit::textEdited, this, [this] {
    refresh();
    const auto [begin, end] = m_editor->selectedBytes();
    m_editor->selectBytes(begin, begin);
    if (!m_places.empty()) go(1);
  });
  connect(m_matchCase, &QToolButton::toggled, this, &FindBar::refresh);
  connect(editor, &CodeEdit::textEdited, this, &FindBar::refresh);
  connect(editor, &CodeEdit::caretMoved, this, &FindBar::showCount);
}

QToolButton* FindBar::addButton(const QString& text, const char* name, void (FindBar::*act)()) {
  auto* button = new QToolButton;
  button->setText(text);
  button->setObjectName(QString::fromLatin1(name));
  button->setFocusPolicy(Qt::StrongFocus);
  connect(button, &QToolButton::clicked, this, act);
  return button;
}

void FindBar::setTheme(const EditorTheme& theme) {
  m_theme = theme;
  setFont(theme.uiFont);
  m_count->setFont(theme.hintFont);
  QPalette quiet = m_count->palette();
  quiet.setColor(QPalette::WindowText, theme.hint);
  m_count->setPalette(quiet);
  update();
}

void FindBar::open(bool withReplace) {
  const auto [begin, end] = m_editor->selectedBytes();
  const QString selected = QString::fromUtf8(m_editor->source().mid(begin, end - begin));
  if (!selected.isEmpty() && !selected.contains(QLatin1Char('\n'))) m_wanted->setText(selected);
  m_replaceRow->setVisible(withReplace);
  show();
  m_wanted->setFocus();
  m_wanted->selectAll();
  refresh();
}

void FindBar::close() {
  hide();
  m_editor->setFocus();
}

void FindBar::refresh() {
  m_places =
      isVisible() ? findAll(m_editor->source(), m_wanted->text(), m_matchCase->isChecked()) : std::vector<ByteRange>{};
  showCount();
}

std::size_t FindBar::selected() const {
  const auto [begin, end] = m_editor->selectedBytes();
  const auto found = std::find(m_places.begin(), m_places.end(), ByteRange{begin, end});
  return static_cast<std::size_t>(found - m_places.begin());
}

void FindBar::showCount() {
  if (!isVisible()) return;
  const std::size_t at = selected();
  const auto count = static_cast<int>(m_places.size());
  if (m_wanted->text().isEmpty()) {
    m_count->clear();
  } else if (m_places.empty()) {
    m_count->setText(tr("Not found"));
  } else if (at < m_places.size()) {
    m_count->setText(tr("%1 of %2").arg(at + 1).arg(count));
  } else {
    m_count->setText(tr("%n found", nullptr, count));
  }
  for (QToolButton* button : {m_previous, m_next, m_replace, m_replaceAll}) button->setEnabled(count > 0);
}

void FindBar::go(int direction) {
  if (m_places.empty()) return;
  const auto [begin, end] = m_editor->selectedBytes();
  const qsizetype from = begin;
  const bool onPlace = selected() < m_places.size();
  std::size_t index = 0;
  if (direction > 0) {
    const auto next = std::find_if(m_places.begin(), m_places.end(), [&](const ByteRange& place) {
      return onPlace ? place.begin > from : place.begin >= from;
    });
    index = next == m_places.end() ? 0 : static_cast<std::size_t>(next - m_places.begin());
  } else {
    const auto before =
        std::find_if(m_places.rbegin(), m_places.rend(), [&](const ByteRange& place) { return place.begin < from; });
    index = before == m_places.rend() ? m_places.size() - 1 : static_cast<std::size_t>(m_places.rend() - before) - 1;
  }
  select(index);
}

void FindBar::select(std::size_t index) {
  m_editor->selectBytes(m_places[index].begin, m_places[index].end);
  showCount();
}

void FindBar::replaceCurrent() {
  const std::size_t at = selected();
  if (at >= m_places.size()) return goToNext();
  const ByteRange place = m_places[at];
  m_editor->replaceBytes(place.begin, place.end, m_with->text().toUtf8());
  go(1);
}

void FindBar::replaceAll() {
  if (m_places.empty()) return;
  const auto places = m_places;
  // From the first place to the last, so that the text around them keeps its own.
  const qsizetype begin = places.front().begin;
  const qsizetype end = places.back().end;
  const QByteArray source = m_editor->source();
  const QByteArray replaced = replaceRanges(source, places, m_with->text().toUtf8());
  m_editor->replaceBytes(begin, end, replaced.mid(begin, replaced.size() - (source.size() - end) - begin));
  m_count->setText(tr("%n replaced", nullptr, static_cast<int>(places.size())));
}

bool FindBar::isFindKey(const QKeyEvent& event) const {
  const bool opens =
      event.matches(QKeySequence::Find) || (event.key() == Qt::Key_H && event.modifiers() == Qt::ControlModifier);
  return opens || event.key() == Qt::Key_F3 || (event.key() == Qt::Key_Escape && isVisible());
}

bool FindBar::takeKey(const QKeyEvent& event) {
  if (event.key() == Qt::Key_Escape) {
    close();
  } else if (event.key() == Qt::Key_F3) {
    if (!isVisible()) open(false);
    go(event.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
  } else {
    open(event.key() == Qt::Key_H);
  }
  return true;
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) {
    return QWidget::eventFilter(watched, event);
  }
  const auto& key = *static_cast<QKeyEvent*>(event);
  if (isFindKey(key)) {
    event->accept();
    return event->type() == QEvent::ShortcutOverride || takeKey(key);
  }
  const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
  if (!enter || (watched != m_wanted && watched != m_with)) return false;
  event->accept();
  if (event->type() == QEvent::ShortcutOverride) return true;
  if (watched == m_with) {
    replaceCurrent();
  } else {
    go(key.modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
  }
  return true;
}

void FindBar::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_theme.quiet);
  painter.drawRoundedRect(rect(), m_theme.corner, m_theme.corner);
}

}  // namespace heliograph::editors
