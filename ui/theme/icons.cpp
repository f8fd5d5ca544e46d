// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <array>
#include <cmath>

namespace heliograph::ui {
namespace {

/// File names in resources/icons, in the order of `Icon`.
const char* fileName(Icon icon) {
  static constexpr std::array names = {
      "",
      "archive",
      "arrow-left",
      "arrow-right",
      "at-sign",
      "calendar",
      "check",
      "chevron-down",
      "chevron-left",
      "chevron-right",
      "chevron-up",
      "clock",
      "x",
      "code",
      "copy",
      "ellipsis",
      "download",
      "pencil",
      "file-text",
      "folder",
      "circle-question-mark",
      "info",
      "link",
      "list",
      "minus",
      "moon",
      "messages-square",
      "pause",
      "smartphone",
      "play",
      "plus",
      "circle-x",
      "redo-2",
      "refresh-cw",
      "chart-column",
      "braces",
      "save",
      "search",
      "send",
      "settings",
      "smile",
      "square",
      "trash-2",
      "undo-2",
      "upload",
      "users",
      "triangle-alert",
  };
  static_assert(names.size() == static_cast<std::size_t>(Icon::Warning) + 1);
  return names[static_cast<std::size_t>(icon)];
}

QPixmap renderSvg(QByteArray svg, int extent, qreal devicePixelRatio) {
  QSvgRenderer renderer(svg);
  const int pixels = std::max(1, static_cast<int>(std::lround(extent * devicePixelRatio)));
  QPixmap pixmap(pixels, pixels);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  renderer.render(&painter, QRectF(0, 0, pixels, pixels));
  painter.end();
  pixmap.setDevicePixelRatio(devicePixelRatio);
  return pixmap;
}

QByteArray readIcon(Icon icon) {
  QFile file(QStringLiteral(":/icons/%1.svg").arg(QLatin1String(fileName(icon))));
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What points along the reading direction points the other way in a mirrored window.
Icon otherWay(Icon icon) {
  switch (icon) {
    case Icon::ArrowLeft:
      return Icon::ArrowRight;
    case Icon::ArrowRight:
      return Icon::ArrowLeft;
    case Icon::ChevronLeft:
      return Icon::ChevronRight;
    case Icon::ChevronRight:
      return Icon::ChevronLeft;
    default:
      return icon;
  }
}

/// Draws in the colour that the application's palette has for the state, at the time of drawing.
class TextColorEngine final : public QIconEngine {
 public:
  explicit TextColorEngine(Icon icon) : m_icon(icon) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
    paintIcon(painter, rect, m_icon, colorFor(mode));
  }
  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override {
    return iconPixmap(m_icon, colorFor(mode), std::min(size.width(), size.height()), 1);
  }
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
    const int extent = static_cast<int>(std::lround(std::min(size.width(), size.height()) / scale));
    return iconPixmap(m_icon, colorFor(mode), extent, scale);
  }
  [[nodiscard]] QIconEngine* clone() const override { return new TextColorEngine(m_icon); }

 private:
  static QColor colorFor(QIcon::Mode mode) {
    return QGuiApplication::palette().color(mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active,
                                            QPalette::ButtonText);
  }

  Icon m_icon;
};

}  // namespace

QPixmap iconPixmap(Icon icon, const QColor& color, int extent, qreal devicePixelRatio) {
  if (icon == Icon::None || extent <= 0) return {};
  const QString key = QStringLiteral("heliograph/%1/%2/%3/%4")
                          .arg(static_cast<int>(icon))
                          .arg(color.rgba(), 0, 16)
                          .arg(extent)
                          .arg(devicePixelRatio);
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap)) return pixmap;
  QByteArray svg = readIcon(icon);
  svg.replace("currentColor", color.name().toLatin1());
  svg.replace("stroke-width=\"2\"", "stroke-width=\"1.75\"");
  pixmap = renderSvg(svg, extent, devicePixelRatio);
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

void paintIcon(QPainter* painter, const QRectF& rect, Icon icon, const QColor& color) {
  if (painter->layoutDirection() == Qt::RightToLeft) icon = otherWay(icon);
  const int extent = static_cast<int>(std::lround(std::min(rect.width(), rect.height())));
  const QPixmap pixmap = iconPixmap(icon, color, extent, painter->device()->devicePixelRatioF());
  if (pixmap.isNull()) return;
  const QPointF corner(std::round(rect.center().x() - extent / 2.0), std::round(rect.center().y() - extent / 2.0));
  painter->drawPixmap(corner, pixmap);
}

QIcon makeIcon(Icon icon) {
  return icon == Icon::None ? QIcon() : QIcon(new TextColorEngine(icon));
}

QIcon applicationIcon() {
  static const QIcon icon(QStringLiteral(":/icons/heliograph.svg"));
  return icon;
}

}  // namespace heliograph::ui
