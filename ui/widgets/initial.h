// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace heliograph::ui {

/// The first letter of a name on a round ground, in front of people.
class Initial final : public QWidget {
  Q_OBJECT
 public:
  explicit Initial(const QString& name = {}, QWidget* parent = nullptr);

  void setName(const QString& name);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QString m_letter;
};

}  // namespace heliograph::ui
