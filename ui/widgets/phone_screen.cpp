// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/phone_screen.h"

#include <QPainter>
#include <QRegularExpression>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "editors/emoji_drawing.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/text_links.h"

namespace heliograph::ui {
namespace {

constexpr int FrameCorner = 30;
constexpr int Side = 15;
constexpr int HeadHeight = 72;
constexpr int BubbleCorner = 16;
constexpr int BubblePadX = 13;
constexpr int BubblePadY = 9;
constexpr int LineHeight = 20;
constexpr int BubbleGap = 8;
constexpr int MeasureHeight = 28;

QFont bubbleFont() {
  QFont font = typeFont(TypeRole::Editor);
  font.setPixelSize(14);
  return font;
}

QList<QTextLayout::FormatRange> bubbleFormats(const QString& text, const std::vector<editors::EmojiRange>& emoji) {
  QList<QTextLayout::FormatRange> formats;
  for (const editors::EmojiRange& one : emoji) {
    QTextCharFormat colourful;
    colourful.setFontFamilies(editors::emojiFont(bubbleFont()).families());
    formats.push_back({static_cast<int>(one.begin), static_cast<int>(one.length), colourful});
  }
  for (const TextLink& link : textLinks(text)) {
    QTextCharFormat underlined;
    underlined.setFontUnderline(true);
    formats.push_back({static_cast<int>(link.begin), static_cast<int>(link.length), underlined});
  }
  return formats;
}

}  // namespace

PhoneScreen::PhoneScreen(QWidget* parent) : QWidget(parent), m_clock(QStringLiteral("18:00")) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMaximumHeight(560);
}

void PhoneScreen::setSender(const QString& sender) {
  if (sender == m_sender) return;
  m_sender = sender;
  announce();
  update();
}

void PhoneScreen::setTexts(const QStringList& texts) {
  if (texts == m_texts && m_notice.isEmpty()) return;
  m_texts = texts;
  m_notice.clear();
  layOut();
  announce();
  update();
}

void PhoneScreen::setMeasure(const QString& line) {
  if (line == m_measure) return;
  m_measure = line;
  announce();
  update();
}

void PhoneScreen::setNotice(const QString& text) {
  m_notice = text;
  m_texts.clear();
  layOut();
  announce();
  update();
}

void PhoneScreen::setClock(const QString& text) {
  m_clock = text;
  update();
}

QSize PhoneScreen::sizeHint() const {
  return {296, 430};
}

QSize PhoneScreen::minimumSizeHint() const {
  return {220, 240};
}

QRectF PhoneScreen::frame() const {
  return QRectF(rect());
}

QRectF PhoneScreen::content() const {
  return frame().adjusted(Side, HeadHeight, -Side, -Side);
}

void PhoneScreen::layOut() {
  m_bubbles.clear();
  const qreal most = content().width() - 2 * BubblePadX;
  qreal top = 12;
  for (const QString& text : m_texts) {
    Bubble bubble = makeBubble(text, most);
    bubble.box.moveTop(top);
    top = bubble.box.bottom() + BubbleGap;
    m_bubbles.push_back(std::move(bubble));
  }
  m_contentHeight = top - BubbleGap + MeasureHeight;
  m_scroll = std::clamp<qreal>(m_scroll, 0, std::max<qreal>(0, m_contentHeight - content().height()));
}

PhoneScreen::Bubble PhoneScreen::makeBubble(const QString& text, qreal most) {
  static const QRegularExpression lineBreak(QStringLiteral("\\r\\n|[\\r\\n\\x{2029}]"));
  Bubble bubble;
  qreal height = 0;
  qreal widest = 0;
  for (const QString& part : text.split(lineBreak)) {
    Paragraph paragraph;
    paragraph.top = height;
    paragraph.rightToLeft = part.isRightToLeft();
    const editors::DrawnText drawn = editors::drawnText(part);
    paragraph.layout = std::make_unique<QTextLayout>(drawn.text, bubbleFont());
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(paragraph.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    paragraph.layout->setTextOption(option);
    paragraph.layout->setFormats(bubbleFormats(drawn.text, drawn.emoji));
    paragraph.layout->beginLayout();
    qreal below = 0;
    for (QTextLine line = paragraph.layout->createLine(); line.isValid(); line = paragraph.layout->createLine()) {
      line.setLineWidth(most);
      const qreal step = std::max<qreal>(LineHeight, line.height());
      line.setPosition(QPointF(0, below + (step - line.height()) / 2));
      below += step;
      widest = std::max(widest, line.naturalTextWidth());
    }
    paragraph.layout->endLayout();
    height += std::max<qreal>(below, LineHeight);
    bubble.paragraphs.push_back(std::move(paragraph));
  }
  const qreal width = std::min(most, std::ceil(widest));
  for (const Paragraph& paragraph : bubble.paragraphs) {
    if (!paragraph.rightToLeft) continue;
    for (int i = 0; i < paragraph.layout->lineCount(); ++i) {
      QTextLine line = paragraph.layout->lineAt(i);
      line.setPosition(QPointF(width - line.naturalTextWidth(), line.position().y()));
    }
  }
  bubble.box = QRectF(0, 0, width + 2 * BubblePadX, height + 2 * BubblePadY);
  return bubble;
}

void PhoneScreen::paintHead(QPainter& painter, const Tokens& tokens) const {
  const QRectF box = frame();
  QFont small = typeFont(TypeRole::Hint);
  small.setPixelSize(11);
  painter.setFont(small);
  painter.setPen(tokens.text3);
  const QRectF bar = box.adjusted(Side + 7, 15, -Side - 7, 0);
  drawTabular(&painter, QRect(bar.left(), bar.top(), bar.width(), 18), Qt::AlignLeft | Qt::AlignVCenter, m_clock);
  painter.drawText(QRectF(bar.left(), bar.top(), bar.width(), 18), Qt::AlignRight | Qt::AlignVCenter,
                   QStringLiteral("5G  82 %"));
  QFont name = typeFont(TypeRole::Hint);
  name.setWeight(QFont::DemiBold);
  painter.setFont(name);
  painter.setPen(tokens.text);
  const QRectF place = box.adjusted(Side, 42, -Side, 0);
  const QString shown = painter.fontMetrics().elidedText(m_sender, Qt::ElideRight, static_cast<int>(place.width()));
  painter.drawText(QRectF(place.left(), place.top(), place.width(), 20), Qt::AlignCenter, shown);
  painter.fillRect(QRectF(box.left() + Side, HeadHeight - 1, box.width() - 2 * Side, 1), tokens.line);
}

void PhoneScreen::paintBubbles(QPainter& painter, const Tokens& tokens) const {
  const QRectF area = content();
  painter.setClipRect(area);
  painter.translate(area.left(), area.top() - m_scroll);
  const QColor ground = drawing::mix(tokens.window, tokens.text, tokens.dark ? 0.13 : 0.075);
  qreal bottom = 12;
  for (const Bubble& bubble : m_bubbles) {
    drawing::roundRect(&painter, bubble.box, BubbleCorner, ground, QColor());
    // The corner at the sender's side is nearly square, as on phones.
    drawing::roundRect(&painter,
                       QRectF(bubble.box.left(), bubble.box.bottom() - BubbleCorner, BubbleCorner, BubbleCorner), 4,
                       ground, QColor());
    painter.setPen(tokens.text);
    for (const Paragraph& paragraph : bubble.paragraphs) {
      paragraph.layout->draw(&painter, bubble.box.topLeft() + QPointF(BubblePadX, BubblePadY + paragraph.top));
    }
    bottom = bubble.box.bottom();
  }
  painter.setFont(typeFont(TypeRole::Hint));
  painter.setPen(tokens.text3);
  const QRectF below(6, bottom + 6, area.width() - 6, 20);
  if (!m_bubbles.empty()) {
    drawTabular(&painter, below.toRect(), Qt::AlignLeft | Qt::AlignVCenter,
                painter.fontMetrics().elidedText(m_measure, Qt::ElideRight, static_cast<int>(below.width())));
  }
}

void PhoneScreen::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  drawing::roundRect(&painter, frame(), FrameCorner, tokens.window, tokens.lineStrong);
  painter.setRenderHint(QPainter::Antialiasing);
  paintHead(painter, tokens);
  if (!m_notice.isEmpty()) {
    painter.setFont(typeFont(TypeRole::Body));
    painter.setPen(tokens.text2);
    painter.drawText(content().adjusted(12, 24, -12, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_notice);
    return;
  }
  paintBubbles(painter, tokens);
}

void PhoneScreen::resizeEvent(QResizeEvent*) {
  layOut();
}

void PhoneScreen::wheelEvent(QWheelEvent* event) {
  const qreal most = std::max<qreal>(0, m_contentHeight - content().height());
  m_scroll = std::clamp<qreal>(m_scroll - event->angleDelta().y() / 2.0, 0, most);
  update();
}

void PhoneScreen::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) layOut();
}

void PhoneScreen::announce() {
  setAccessibleName(tr("Text as received from %1").arg(m_sender));
  setAccessibleDescription(m_notice.isEmpty() ? m_texts.join(QLatin1Char('\n')) + QLatin1Char('\n') + m_measure
                                              : m_notice);
}

}  // namespace heliograph::ui
