// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>
#include <vector>

#include "editors/property_choice.h"
#include "message/text_rules.h"

class QCheckBox;

namespace heliograph::editors {
class TokenField;
}

namespace heliograph::ui {

/// What is added to each link so that visits can be told apart: a box, and the five utm_ values, which may be
/// personalised.
class LinkParameters final : public QWidget {
  Q_OBJECT
 public:
  explicit LinkParameters(QWidget* parent = nullptr);

  void show(const message::LinkTagging& tagging);
  using QWidget::show;
  void setProperties(const std::vector<editors::PropertyChoice>& properties);

 Q_SIGNALS:
  void edited(const heliograph::message::LinkTagging& tagging);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void switchOn(bool on);
  void applyTheme();

  message::LinkTagging m_tagging;
  QCheckBox* m_on;
  QWidget* m_fields;
  std::array<editors::TokenField*, 5> m_values{};
};

}  // namespace heliograph::ui
