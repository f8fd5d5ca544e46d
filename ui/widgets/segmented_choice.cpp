// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmented_choice.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

QFont choiceFont() {
  QFont font = typeFont(TypeRole::Hint);
  font.setWeight(QFont::Medium);
  return font;
}

/// One of the choices: filled weakly when it holds, outlined otherwise.
class Segment final : public QAbstractButton {
 public:
  Segment(const QString& text, QWidget* parent) : QAbstractButton(parent) {
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
  }

  [[nodiscard]] QSize sizeHint() const override {
    return {QFontMetrics(choiceFont()).horizontalAdvance(text()) + 24, 30};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    if (isChecked()) {
      drawing::roundRect(&painter, rect(), size::ControlCorner, tokens.accentWeak, tokens.accentLine);
    } else {
      const bool hovered = underMouse() && isEnabled();
      drawing::roundRect(&painter, rect(), size::ControlCorner,
                         hovered ? drawing::mix(tokens.surface, tokens.text, 0.05) : tokens.surface,
                         isEnabled() ? tokens.lineStrong : tokens.line);
    }
    painter.setFont(choiceFont());
    painter.setPen(isChecked() ? tokens.accent : (isEnabled() ? tokens.text2 : tokens.text3));
    drawWords(&painter, rect(), Qt::AlignCenter, text());
    if (hasFocus()) drawing::focusRing(&painter, rect(), size::ControlCorner, tokens);
  }
};

}  // namespace

SegmentedChoice::SegmentedChoice(QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_row(new QHBoxLayout(this)) {
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(size::Small);
  m_row->addStretch(1);
  connect(m_group, &QButtonGroup::idClicked, this, &SegmentedChoice::chosen);
}

void SegmentedChoice::addChoice(int id, const QString& text, const QString& toolTip) {
  auto* segment = new Segment(text, this);
  segment->setToolTip(toolTip);
  m_group->addButton(segment, id);
  m_row->insertWidget(m_row->count() - 1, segment);
}

void SegmentedChoice::setCurrent(int id) {
  QAbstractButton* button = m_group->button(id);
  if (button != nullptr) {
    button->setChecked(true);
  } else if (m_group->checkedButton() != nullptr) {
    m_group->setExclusive(false);
    m_group->checkedButton()->setChecked(false);
    m_group->setExclusive(true);
  }
}

void SegmentedChoice::setText(int id, const QString& text) {
  QAbstractButton* button = m_group->button(id);
  if (button == nullptr || button->text() == text) return;
  button->setText(text);
  button->updateGeometry();
}

void SegmentedChoice::focusCurrent() {
  QAbstractButton* button = m_group->checkedButton();
  if (button == nullptr && !m_group->buttons().isEmpty()) button = m_group->buttons().front();
  if (button != nullptr) button->setFocus(Qt::TabFocusReason);
}

int SegmentedChoice::current() const {
  return m_group->checkedId();
}

void SegmentedChoice::setBlockedBecause(int id, const QString& reason) {
  QAbstractButton* button = m_group->button(id);
  if (button == nullptr) return;
  button->setEnabled(reason.isEmpty());
  button->setToolTip(reason);
  button->setAccessibleDescription(reason);
}

}  // namespace heliograph::ui
