// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/start/route_combo.h"

#include <QPainter>
#include <QStyle>
#include <QStyledItemDelegate>
#include <QWheelEvent>

#include "ui/theme/direction.h"
#include "ui/theme/drawing.h"
#include "ui/theme/icons.h"
#include "ui/theme/tone.h"
#include "ui/theme/type_scale.h"
#include "ui/widgets/chip.h"

namespace heliograph::ui {

namespace {

void paintRoute(QPainter* painter, const QRect& place, const items::RouteEntry& entry, const Tokens& tokens,
                Qt::LayoutDirection direction) {
  const auto tone = static_cast<Tone>(entry.health.tone);
  const Icon icon = tone == Tone::Fine ? Icon::Check : Icon::Warning;
  const auto at = [&](int x, int width) {
    return QStyle::visualRect(direction, place, QRect(place.left() + x, place.top(), width, place.height()));
  };
  const int chip = chipSize(entry.health.word, true).width();
  paintChip(painter, at(0, chip), entry.health.word, tone, tokens, icon);
  painter->setFont(typeFont(TypeRole::Body));
  painter->setPen(tokens.text);
  const int left = chip + size::Small;
  const int name = std::min(painter->fontMetrics().horizontalAdvance(entry.name) + 1, place.width() - left);
  drawWords(painter, at(left, name), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(entry.name, Qt::ElideRight, name));
  const int rest = place.width() - left - name - size::Small;
  if (rest < size::Wide) return;
  painter->setFont(typeFont(TypeRole::Hint));
  painter->setPen(tokens.text3);
  drawWords(painter, at(left + name + size::Small, rest), Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(entry.detail, Qt::ElideRight, rest));
}

class RouteRows final : public QStyledItemDelegate {
 public:
  RouteRows(const items::RouteListModel& routes, QObject* parent) : QStyledItemDelegate(parent), m_routes(routes) {}

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget->style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    painter->save();
    paintRoute(painter, option.rect.adjusted(size::Small, 0, -size::Small, 0), m_routes.row(index.row()),
               Tokens::of(option.palette), option.direction);
    painter->restore();
  }
  [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
    return {size::SidePane, size::Field};
  }

 private:
  const items::RouteListModel& m_routes;
};

}  // namespace

RouteCombo::RouteCombo(items::RouteListModel& routes, QWidget* parent) : QComboBox(parent), m_routes(routes) {
  setModel(&routes);
  setItemDelegate(new RouteRows(routes, this));
  setMinimumHeight(size::Field);
  setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
}

void RouteCombo::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Tokens& tokens = Tokens::of(this);
  drawing::fieldFrame(&painter, rect(), isEnabled(), hasFocus(), underMouse(), tokens);
  const QRect inside = rect().adjusted(size::Small + 2, 0, -size::Medium, 0);
  const QRect arrow =
      QStyle::visualRect(layoutDirection(), inside,
                         QRect(inside.right() - size::Icon, (height() - size::Icon) / 2, size::Icon, size::Icon));
  paintIcon(&painter, arrow, Icon::ChevronDown, isEnabled() ? tokens.text : tokens.text3);
  const QRect words =
      QStyle::visualRect(layoutDirection(), inside, inside.adjusted(0, 0, -size::Icon - size::Small, 0));
  if (currentIndex() >= 0 && currentIndex() < m_routes.rowCount()) {
    paintRoute(&painter, words, m_routes.row(currentIndex()), tokens, layoutDirection());
    return;
  }
  painter.setFont(typeFont(TypeRole::Body));
  painter.setPen(tokens.text3);
  drawWords(&painter, words, Qt::AlignLeft | Qt::AlignVCenter,
            m_routes.rowCount() == 0 ? tr("No provider yet") : tr("Choose a provider or a group"));
}

void RouteCombo::wheelEvent(QWheelEvent* event) {
  event->ignore();
}

}  // namespace heliograph::ui
