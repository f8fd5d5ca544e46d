// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include "items/route_list_model.h"

namespace heliograph::ui {

/// What a campaign is sent through: each way with its health as a chip, its name, and when it last took a message.
class RouteCombo final : public QComboBox {
  Q_OBJECT
 public:
  explicit RouteCombo(items::RouteListModel& routes, QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  items::RouteListModel& m_routes;
};

}  // namespace heliograph::ui
