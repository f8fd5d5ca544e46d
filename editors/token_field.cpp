// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editors/token_field.h"

#include <QEvent>
#include <QFocusEvent>
#include <QHBoxLayout>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QStylePainter>
#include <utility>

#include "editors/message_editor.h"

namespace heliograph::editors {
namespace {

constexpr int FieldHeight = 34;
constexpr int FieldPadding = 8;
constexpr int FieldLine = 24;  // room for a pill's border
constexpr int LeastFieldWidth = 160;

}  // namespace

TokenField::TokenField(QWidget* parent) : QWidget(parent), m_editor(new MessageEditor) {
  auto* row = new QHBoxLayout(this);
  // Letters stand low in a line of this height, and pills reach below it.
  row->setContentsMargins(FieldPadding, 2, FieldPadding, 4);
  row->addWidget(m_editor);
  m_editor->setSingleLine(true);
  m_editor->installEventFilter(this);
  setFocusProxy(m_editor);
  setFixedHeight(FieldHeight);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_editor->setPlaceholderText({});
  connect(m_editor, &MessageEditor::textEdited, this, &TokenField::takeEdit);
  connect(m_editor, &MessageEditor::returnPressed, this, &TokenField::editingFinished);
  connect(m_editor, &MessageEditor::undoRequested, this, [this] { step(m_past, m_future); });
  connect(m_editor, &MessageEditor::redoRequested, this, [this] { step(m_future, m_past); });
}

QByteArray TokenField::value() const {
  return m_editor->source();
}

void TokenField::setValue(const QByteArray& value) {
  if (value == m_shown) return;
  m_shown = value;
  m_past.clear();
  m_future.clear();
  m_editor->setSource(value);
}

void TokenField::setTheme(const EditorTheme& theme) {
  EditorTheme own = theme;
  own.textFont = theme.uiFont;
  own.lineHeight = FieldLine;
  m_editor->setTheme(own);
  update();
}

void TokenField::setProperties(std::vector<PropertyChoice> properties) {
  m_editor->setProperties(std::move(properties));
}

void TokenField::setProblems(std::vector<EditorProblem> problems) {
  m_editor->setProblems(std::move(problems));
}

void TokenField::setPlaceholderText(const QString& text) {
  m_editor->setLinePlaceholder(text);
}

void TokenField::setName(const QString& name) {
  setAccessibleName(name);
  m_editor->setAccessibleName(name);
}

void TokenField::insertSource(const QByteArray& source) {
  m_editor->insertSource(source);
}

bool TokenField::isMenuOpen() const {
  return m_editor->isMenuOpen();
}

void TokenField::takeEdit(const QByteArray& value) {
  m_past.push_back(std::exchange(m_shown, value));
  m_future.clear();
  Q_EMIT valueEdited(value);
}

void TokenField::step(std::vector<QByteArray>& from, std::vector<QByteArray>& to) {
  if (from.empty()) return;
  to.push_back(std::exchange(m_shown, from.back()));
  from.pop_back();
  m_editor->setSource(m_shown, true);
  Q_EMIT valueEdited(m_shown);
}

QSize TokenField::sizeHint() const {
  return {LeastFieldWidth * 2, FieldHeight};
}

QSize TokenField::minimumSizeHint() const {
  return {LeastFieldWidth, FieldHeight};
}

void TokenField::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionFrame frame;
  frame.initFrom(this);
  frame.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &frame, this);
  frame.state |= QStyle::State_Sunken;
  frame.state.setFlag(QStyle::State_HasFocus, m_editor->hasFocus());
  painter.drawPrimitive(QStyle::PE_PanelLineEdit, frame);
}

void TokenField::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::EnabledChange) update();
}

bool TokenField::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
    update();
    const auto reason = static_cast<QFocusEvent*>(event)->reason();
    const bool stays = reason == Qt::ActiveWindowFocusReason || reason == Qt::PopupFocusReason;
    if (event->type() == QEvent::FocusOut && !stays) Q_EMIT editingFinished();
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace heliograph::editors
