// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choice_card.h"

#include <QFontMetrics>
#include <QPainter>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {
namespace {

constexpr int CardPadding = 16;
constexpr int RadioSize = 16;
constexpr int CardTextLeft = CardPadding + RadioSize + 12;

int descriptionHeight(const QString& text, int cardWidth) {
  const QFontMetrics metrics(typeFont(TypeRole::Hint));
  const int width = std::max(40, cardWidth - CardTextLeft - CardPadding);
  return metrics.boundingRect(0, 0, width, 10000, Qt::TextWordWrap, text).height();
}

}  // namespace

ChoiceCard::ChoiceCard(const QString& title, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_description(text) {
  setText(title);
  setCheckable(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_Hover);
  setAccessibleDescription(text);
  QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void ChoiceCard::setDescription(const QString& text) {
  m_description = text;
  setAccessibleDescription(text);
  updateGeometry();
  update();
}

QSize ChoiceCard::sizeHint() const {
  return {280, heightForWidth(280)};
}

int ChoiceCard::heightForWidth(int width) const {
  return 2 * CardPadding + typeLine(TypeRole::Label) + descriptionHeight(m_description, width);
}

void ChoiceCard::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  const bool active = isEnabled() && (underMouse() || hasFocus());
  drawing::roundRect(&painter, rect(), size::CardCorner, isEnabled() ? tokens.surface : tokens.window,
                     isChecked() ? tokens.accent : (active ? tokens.lineStrong : tokens.line), isChecked() ? 2 : 1);
  const QRect radio = mirrored(&painter, rect(), QRect(CardPadding, CardPadding + 2, RadioSize, RadioSize));
  drawing::radioButton(&painter, radio, isChecked(), isEnabled(), hasFocus(), tokens);
  painter.setFont(typeFont(TypeRole::Label));
  painter.setPen(isEnabled() ? tokens.text : tokens.text3);
  const int line = typeLine(TypeRole::Label);
  const int textWidth = width() - CardTextLeft - CardPadding;
  drawWords(&painter, mirrored(&painter, rect(), QRect(CardTextLeft, CardPadding, textWidth, line)),
            Qt::AlignLeft | Qt::AlignVCenter, text(), Qt::TextHideMnemonic);
  painter.setFont(typeFont(TypeRole::Hint));
  painter.setPen(isEnabled() ? tokens.text2 : tokens.text3);
  drawWords(&painter, mirrored(&painter, rect(), QRect(CardTextLeft, CardPadding + line, textWidth, height())),
            Qt::AlignLeft | Qt::AlignTop, m_description, Qt::TextWordWrap);
}

}  // namespace heliograph::ui
