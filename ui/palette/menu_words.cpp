// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/menu_words.h"

#include <QAction>
#include <QMenu>

namespace heliograph::ui {

QString plainWords(QString text) {
  const QString both = QStringLiteral("&&");
  const QString kept(QChar(0x1));
  text.replace(both, kept).remove(QLatin1Char('&')).replace(kept, QStringLiteral("&"));
  if (text.endsWith(QChar(0x2026))) text.chop(1);
  return text;
}

QString menuOf(const QAction& action) {
  for (QObject* object : action.associatedObjects()) {
    const auto* menu = qobject_cast<QMenu*>(object);
    if (menu == nullptr || menu->title().isEmpty()) continue;
    const QString above = menuOf(*menu->menuAction());
    const QString own = plainWords(menu->title());
    return above.isEmpty() ? own : above + QStringLiteral(" › ") + own;
  }
  return {};
}

}  // namespace heliograph::ui
