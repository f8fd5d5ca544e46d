// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fold.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

/// The line that opens and closes.
class Fold::Line final : public QAbstractButton {
 public:
  explicit Line(const QString& title, const QString& summary) : m_summary(summary) {
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleDescription(summary);
  }

  void setSummary(const QString& text) {
    if (text == m_summary) return;
    m_summary = text;
    setAccessibleDescription(text);
    setToolTip(text);
    update();
  }
  [[nodiscard]] QSize sizeHint() const override { return {200, size::TableRow}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    painter.fillRect(QRect(0, 0, width(), 1), tokens.line);
    paintIcon(&painter, mirrored(&painter, rect(), QRect(0, 12, size::Icon, size::Icon)),
              isChecked() ? Icon::ChevronDown : Icon::ChevronRight, tokens.text2);
    painter.setFont(typeFont(TypeRole::Label));
    painter.setPen(underMouse() ? tokens.accent : tokens.text);
    const int left = size::Wide;
    drawWords(&painter, mirrored(&painter, rect(), QRect(left, 0, width() - left, height())),
              Qt::AlignLeft | Qt::AlignVCenter, text(), Qt::TextHideMnemonic);
    const int after =
        left + painter.fontMetrics().horizontalAdvance(QString(text()).remove(QLatin1Char('&'))) + size::Small;
    painter.setFont(typeFont(TypeRole::Body));
    painter.setPen(tokens.text2);
    const QString shown = painter.fontMetrics().elidedText(m_summary, Qt::ElideRight, width() - after);
    drawWords(&painter, mirrored(&painter, rect(), QRect(after, 0, width() - after, height())),
              Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (hasFocus()) drawing::focusRing(&painter, rect().adjusted(-0, 3, 0, -2), size::ControlCorner, tokens);
  }

  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
      click();
    else
      QAbstractButton::keyPressEvent(event);
  }

 private:
  QString m_summary;
};

Fold::Fold(const QString& title, const QString& summary, QWidget* parent)
    : QWidget(parent), m_line(new Line(title, summary)), m_content(new QWidget), m_body(new QVBoxLayout(m_content)) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_line);
  m_body->setContentsMargins(size::Wide, size::Tiny, 0, size::Large);
  m_body->setSpacing(size::Small);
  column->addWidget(m_content);
  m_content->hide();
  connect(m_line, &QAbstractButton::toggled, this, [this](bool open) {
    m_open = open;
    m_content->setVisible(open);
    Q_EMIT toggled(open);
  });
}

void Fold::takeFocus() {
  m_line->setFocus(Qt::OtherFocusReason);
}

QWidget* Fold::control() const {
  return m_line;
}

void Fold::setSummary(const QString& text) {
  m_line->setSummary(text);
}

void Fold::setOpen(bool open) {
  m_line->setChecked(open);
}

}  // namespace heliograph::ui
