// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace heliograph::ui {

/// The pictograms in resources/icons, drawn 16 px with a stroke of 1.75 in the colour of the text they stand with.
enum class Icon {
  None,
  Archive,
  ArrowLeft,
  ArrowRight,
  At,
  Calendar,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  ChevronUp,
  Clock,
  Close,
  Code,
  Copy,
  Dots,
  Download,
  Edit,
  FileText,
  Folder,
  Help,
  Info,
  Link,
  List,
  Minus,
  Moon,
  Parts,
  Pause,
  Phone,
  Play,
  Plus,
  Problem,
  Redo,
  Refresh,
  Reports,
  Rules,
  Save,
  Search,
  Send,
  Settings,
  Smile,
  Stop,
  Trash,
  Undo,
  Upload,
  Users,
  Warning
};

/// Draws an icon into `rect` in `color`, sharp at any scale.
void paintIcon(QPainter* painter, const QRectF& rect, Icon icon, const QColor& color);
/// An icon for Qt's own controls (menus, tool buttons): follows the application's palette when it is painted.
QIcon makeIcon(Icon icon);
/// A picture of an icon in one colour; `extent` in device independent px.
QPixmap iconPixmap(Icon icon, const QColor& color, int extent, qreal devicePixelRatio);
/// The program's own icon.
QIcon applicationIcon();

}  // namespace heliograph::ui
