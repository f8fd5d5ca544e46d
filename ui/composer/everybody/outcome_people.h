// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "delivery/check/outcome.h"
#include "ui/services.h"

class QListWidget;

namespace heliograph::ui {

/// A list that drops down with the names of the people an outcome speaks of. A click or Enter asks for one of them;
/// Escape closes it.
class OutcomePeopleList final : public QFrame {
  Q_OBJECT
 public:
  OutcomePeopleList(Services& services, const QString& title, delivery::OutcomePeople people,
                    QWidget* parent = nullptr);

  /// Drops down from the line at a point on the screen, and takes the focus.
  void popUpAt(const QPoint& place);

 Q_SIGNALS:
  void personRequested(heliograph::ProfileId person);

 private:
  void loadNames();

  Services& m_services;
  delivery::OutcomePeople m_people;
  QListWidget* m_list;
};

}  // namespace heliograph::ui
