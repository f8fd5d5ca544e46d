// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/issue_delegate.h"

#include <QFontMetrics>
#include <QPainter>

#include "items/issue_list_model.h"
#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/tone.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

using items::IssueListModel;

namespace {

constexpr int kInset = size::Medium;
constexpr int kTextLeft = kInset + size::Icon + size::Small;
constexpr int kHead = 18;

QString issueText(const QModelIndex& index) {
  return index.siblingAtColumn(IssueListModel::Text).data().toString();
}

Icon toneIcon(Tone tone) {
  if (tone == Tone::Problem) return Icon::Problem;
  return tone == Tone::Attention ? Icon::Warning : Icon::Info;
}

}  // namespace

IssueDelegate::IssueDelegate(int width, QObject* parent) : QStyledItemDelegate(parent), m_width(width) {}

void IssueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  painter->save();
  const Tokens& tokens = Tokens::of(option.palette);
  const auto tone = static_cast<Tone>(index.data(items::role::Tone).toInt());
  const QRect ground = option.rect.adjusted(size::Tiny, 0, -size::Tiny, 0);
  if (option.state.testFlag(QStyle::State_MouseOver) || option.state.testFlag(QStyle::State_Selected)) {
    drawing::roundRect(painter, ground, size::ControlCorner, tokens.accentWeak, QColor());
  }
  if (option.state.testFlag(QStyle::State_HasFocus)) drawing::focusRing(painter, ground, size::ControlCorner, tokens);
  const auto inRow = [&](QRect box) { return QStyle::visualRect(option.direction, option.rect, box); };
  const QRect icon(option.rect.left() + kInset, option.rect.top() + size::Small + 1, size::Icon, size::Icon);
  paintIcon(painter, inRow(icon), toneIcon(tone), toneColor(tokens, tone));
  const QRect text(option.rect.left() + kTextLeft, option.rect.top() + size::Small,
                   option.rect.width() - kTextLeft - kInset, option.rect.height() - 2 * size::Small);
  const Qt::Alignment align = Qt::AlignLeft;
  painter->setFont(typeFont(TypeRole::Label));
  painter->setPen(tokens.text);
  drawWords(painter, inRow(QRect(text.left(), text.top(), text.width(), kHead)), align | Qt::AlignVCenter,
            index.siblingAtColumn(IssueListModel::Step).data().toString());
  painter->setFont(typeFont(TypeRole::Body));
  painter->setPen(tokens.text2);
  drawWords(painter, inRow(text.adjusted(0, kHead + 2, 0, 0)), align, issueText(index), Qt::TextWordWrap);
  painter->restore();
}

QSize IssueDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
  const QFontMetrics metrics(typeFont(TypeRole::Body));
  const QRect room(0, 0, m_width - kTextLeft - kInset, 1000);
  return {m_width,
          metrics.boundingRect(room, Qt::TextWordWrap, issueText(index)).height() + kHead + 2 + 2 * size::Small};
}

}  // namespace heliograph::ui
