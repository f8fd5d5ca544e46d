// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/step_list.h"

#include <QAbstractButton>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int StepRowHeight = 54;
constexpr int Mark = 20;
constexpr int Inset = 10;

QString markWords(StepMark mark) {
  switch (mark) {
    case StepMark::Untouched:
      return StepList::tr("not begun");
    case StepMark::Incomplete:
      return StepList::tr("incomplete");
    case StepMark::Fine:
      return StepList::tr("complete");
    case StepMark::Problem:
      return StepList::tr("has a problem");
  }
  return {};
}

}  // namespace

/// One step of the list.
class StepList::Row final : public QAbstractButton {
 public:
  Row(int number, const QString& name, QWidget* parent) : QAbstractButton(parent), m_number(number) {
    setText(name);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    announce();
  }

  void setCurrent(bool current) {
    m_current = current;
    announce();
    update();
  }
  void setMark(StepMark mark) {
    m_mark = mark;
    announce();
    update();
  }
  void setSubtitle(const QString& text) {
    m_subtitle = text;
    announce();
    update();
  }
  [[nodiscard]] QSize sizeHint() const override { return {size::StepRail - 2 * size::Medium, StepRowHeight}; }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    if (m_current) {
      drawing::roundRect(&painter, rect(), size::ControlCorner, tokens.accentWeak, QColor());
    } else if (underMouse()) {
      drawing::roundRect(&painter, rect(), size::ControlCorner, drawing::mix(tokens.surface, tokens.text, 0.04),
                         QColor());
    }
    paintMark(painter, mirrored(&painter, rect(), QRect(Inset, Inset - 1, Mark, Mark)), tokens);
    const int left = Inset + Mark + 10;
    const int textWidth = width() - left - size::Small;
    painter.setFont(typeFont(TypeRole::Label));
    painter.setPen(m_current ? tokens.accent : tokens.text);
    drawWords(&painter, mirrored(&painter, rect(), QRect(left, Inset - 1, textWidth, 20)),
              Qt::AlignLeft | Qt::AlignVCenter, text(), Qt::TextHideMnemonic);
    painter.setFont(typeFont(TypeRole::Hint));
    painter.setPen(tokens.text2);
    const QString shown = painter.fontMetrics().elidedText(m_subtitle, Qt::ElideRight, textWidth);
    drawWords(&painter, mirrored(&painter, rect(), QRect(left, Inset + 18, textWidth, 18)),
              Qt::AlignLeft | Qt::AlignVCenter, shown);
    if (hasFocus()) drawing::focusRing(&painter, rect(), size::ControlCorner, tokens);
  }

  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
      click();
    } else if (event->key() == Qt::Key_Down) {
      focusNextChild();
    } else if (event->key() == Qt::Key_Up) {
      focusPreviousChild();
    } else {
      QAbstractButton::keyPressEvent(event);
    }
  }

 private:
  void paintMark(QPainter& painter, const QRectF& box, const Tokens& tokens) const {
    const qreal radius = box.width() / 2;
    if (m_mark == StepMark::Fine) {
      drawing::roundRect(&painter, box, radius, tokens.fine, QColor());
      paintIcon(&painter, box.adjusted(4, 4, -4, -4), Icon::Check, tokens.onAccent);
      return;
    }
    QColor ink = m_current ? tokens.accent : tokens.text2;
    QColor ground = tokens.surface;
    QColor border = m_current ? tokens.accent : tokens.lineStrong;
    QString sign = QString::number(m_number);
    if (m_mark == StepMark::Problem) {
      ink = tokens.attention;
      ground = tokens.attentionWeak;
      border = tokens.attention;
      sign = QStringLiteral("!");
    }
    drawing::roundRect(&painter, box, radius, ground, border);
    if (m_mark == StepMark::Incomplete) {
      painter.save();
      painter.setRenderHint(QPainter::Antialiasing);
      painter.setPen(QPen(tokens.accent, 2));
      painter.drawArc(box.adjusted(1, 1, -1, -1), 90 * 16, -180 * 16);
      painter.restore();
    }
    QFont font = typeFont(TypeRole::Hint);
    font.setPixelSize(11);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, sign);
  }

  void announce() {
    setAccessibleName(StepList::tr("%1, step %2").arg(text()).arg(m_number));
    setAccessibleDescription(m_subtitle.isEmpty() ? markWords(m_mark)
                                                  : markWords(m_mark) + QStringLiteral(". ") + m_subtitle);
    setToolTip(m_subtitle);
  }

  int m_number;
  QString m_subtitle;
  StepMark m_mark = StepMark::Untouched;
  bool m_current = false;
};

StepList::StepList(QWidget* parent) : QWidget(parent) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Medium, size::Large, size::Medium, size::Large);
  column->setSpacing(2);
  column->addStretch(1);
  setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
  setAccessibleName(tr("Steps"));
}

void StepList::setSteps(const QStringList& names) {
  for (Row* row : m_rows) delete row;
  m_rows.clear();
  auto* column = static_cast<QVBoxLayout*>(layout());
  for (int i = 0; i < names.size(); ++i) {
    auto* row = new Row(i + 1, names[i], this);
    connect(row, &QAbstractButton::clicked, this, [this, i] { Q_EMIT stepRequested(i); });
    column->insertWidget(i, row);
    m_rows.push_back(row);
  }
  setCurrent(0);
}

void StepList::setCurrent(int step) {
  m_current = step;
  for (std::size_t i = 0; i < m_rows.size(); ++i) m_rows[i]->setCurrent(static_cast<int>(i) == step);
}

void StepList::setMark(int step, StepMark mark) {
  m_rows.at(static_cast<std::size_t>(step))->setMark(mark);
}

void StepList::setSubtitle(int step, const QString& text) {
  m_rows.at(static_cast<std::size_t>(step))->setSubtitle(text);
}

QSize StepList::sizeHint() const {
  return {size::StepRail, 2 * size::Large + static_cast<int>(m_rows.size()) * (StepRowHeight + 2)};
}

}  // namespace heliograph::ui
