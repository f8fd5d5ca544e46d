// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/label_field.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStringListModel>
#include <QTimer>

#include "campaign/labels.h"
#include "ui/layout/flow_layout.h"
#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

namespace {

constexpr int kPadding = 8;
constexpr int kCross = 12;
constexpr int kLineWidth = 160;

/// A label with a cross; a click, Delete or Space takes it off.
class LabelChip final : public QAbstractButton {
 public:
  explicit LabelChip(const QString& label) {
    setText(label);
    setObjectName(QStringLiteral("start.label"));
    setAccessibleName(LabelField::tr("Label %1. Press to take it off.").arg(label));
    setToolTip(LabelField::tr("Take the label “%1” off").arg(label));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
  }

  [[nodiscard]] QSize sizeHint() const override {
    return {QFontMetrics(typeFont(TypeRole::Hint)).horizontalAdvance(text()) + 2 * kPadding + kCross + size::Tiny,
            size::ChipHeight};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QPainter painter(this);
    const Tokens& tokens = Tokens::of(this);
    const bool active = underMouse();
    drawing::roundRect(&painter, rect(), height() / 2.0, active ? tokens.accentLine : tokens.accentWeak,
                       tokens.accentLine);
    painter.setFont(typeFont(TypeRole::Hint));
    painter.setPen(active ? tokens.text : tokens.accent);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int side = kPadding + kCross + size::Tiny;
    const QRect words = mirrored ? rect().adjusted(side, 0, -kPadding, 0) : rect().adjusted(kPadding, 0, -side, 0);
    drawWords(&painter, words, Qt::AlignLeft | Qt::AlignVCenter,
              painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width() + 1));
    const int x = mirrored ? kPadding : width() - kPadding - kCross;
    paintIcon(&painter, QRectF(x, (height() - kCross) / 2.0, kCross, kCross), Icon::Close, painter.pen().color());
    if (hasFocus()) drawing::focusRing(&painter, rect(), height() / 2.0, tokens);
  }

  void keyPressEvent(QKeyEvent* event) override {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Return) {
      click();
    } else {
      QAbstractButton::keyPressEvent(event);
    }
  }
};

}  // namespace

LabelField::LabelField(QWidget* parent)
    : QWidget(parent),
      m_flow(new FlowLayout(this, FlowLayout::Last::FillsItsLine)),
      m_line(new QLineEdit),
      m_known(new QStringListModel(this)) {
  m_flow->setContentsMargins(size::Small, 6, size::Small, 6);
  m_flow->setSpacing(size::Tiny + 2);
  m_line->setFrame(false);
  m_line->setObjectName(QStringLiteral("start.labels"));
  m_line->setAccessibleName(tr("Labels"));
  m_line->setFixedHeight(size::ChipHeight);
  m_line->setMinimumWidth(kLineWidth);
  m_flow->addWidget(m_line);
  setMinimumHeight(size::Field);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);

  auto* completer = new QCompleter(m_known, this);
  completer->setCaseSensitivity(Qt::CaseInsensitive);
  completer->setFilterMode(Qt::MatchContains);
  m_line->setCompleter(completer);
  m_line->installEventFilter(this);
  connect(completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& label) {
    // The completer writes the label into the line after this signal.
    QTimer::singleShot(0, this, [this, label] { add(label); });
  });
  connect(m_line, &QLineEdit::textEdited, this, &LabelField::readCommas);
  connect(m_line, &QLineEdit::returnPressed, this, [this] { add(m_line->text()); });
  connect(m_line, &QLineEdit::editingFinished, this, [this] {
    if (!m_line->text().trimmed().isEmpty()) add(m_line->text());
  });
  showChips();
}

void LabelField::setKnown(const QStringList& labels) {
  m_known->setStringList(labels);
}

void LabelField::setLabels(const QStringList& labels) {
  if (labels == m_labels) return;
  m_labels = labels;
  showChips();
}

void LabelField::readCommas(const QString& text) {
  Q_EMIT problem({});
  if (!text.contains(QLatin1Char(','))) return;
  QStringList parts = text.split(QLatin1Char(','));
  const QString rest = parts.takeLast();
  for (const QString& part : parts) {
    if (!part.trimmed().isEmpty() && !add(part)) return;
  }
  m_line->setText(rest.trimmed());
}

bool LabelField::add(const QString& text) {
  if (text.trimmed().isEmpty()) return false;
  const auto label = campaign::labelFromText(text);
  if (!label) {
    Q_EMIT problem(label.error().message);
    return false;
  }
  const auto all = campaign::changedLabels(m_labels, {*label}, {});
  if (!all) {
    Q_EMIT problem(all.error().message);
    return false;
  }
  m_line->clear();
  Q_EMIT problem({});
  if (*all == m_labels) return true;
  m_labels = *all;
  showChips();
  Q_EMIT edited(m_labels);
  return true;
}

void LabelField::remove(qsizetype number) {
  if (number < 0 || number >= m_labels.size()) return;
  m_labels.removeAt(number);
  m_line->setFocus();
  showChips();
  Q_EMIT problem({});
  Q_EMIT edited(m_labels);
}

void LabelField::showChips() {
  while (m_flow->count() > 1) {
    QLayoutItem* item = m_flow->takeAt(0);
    item->widget()->hide();
    item->widget()->deleteLater();
    delete item;
  }
  for (int i = 0; i < m_labels.size(); ++i) {
    auto* chip = new LabelChip(m_labels[i]);
    m_flow->insertWidget(i, chip);
    chip->show();
    connect(chip, &QAbstractButton::clicked, this, [this, i] { remove(i); });
  }
  m_line->setPlaceholderText(m_labels.isEmpty() ? tr("Words to find it by: type one and press Enter") : QString());
  updateGeometry();
}

void LabelField::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const bool focused = m_line->hasFocus();
  drawing::fieldFrame(&painter, rect(), isEnabled(), focused, underMouse(), Tokens::of(this));
}

void LabelField::mousePressEvent(QMouseEvent*) {
  m_line->setFocus();
}

bool LabelField::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) update();
  if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key == Qt::Key_Tab || key == Qt::Key_Backtab) {
    // An open list of completions would keep the loss of the focus to itself.
    m_line->completer()->popup()->hide();
    add(m_line->text());
  }
  if (key == Qt::Key_Backspace && m_line->text().isEmpty()) {
    m_line->completer()->popup()->hide();
    remove(m_labels.size() - 1);
    return true;
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace heliograph::ui
