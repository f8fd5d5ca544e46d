// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "delivery/check/check_report.h"

namespace heliograph::ui {

class Chip;
class FlowLayout;
class Label;
class LinkButton;
class Spinner;

/// The line under the message: how many people get how many parts, what that costs, and a link that mends costly
/// characters. While people are counted the old numbers stay, greyed.
class MessageStatus final : public QWidget {
  Q_OBJECT
 public:
  explicit MessageStatus(QWidget* parent = nullptr);

  /// `hint` stands there instead while the report holds no count.
  void show(const delivery::CheckReport& report, bool current, const QString& hint);
  /// How many costly characters can be mended; 0 hides the link.
  void setCostly(int characters);

 Q_SIGNALS:
  void mendRequested();

 private:
  struct Fact;
  [[nodiscard]] static std::vector<Fact> factsOf(const delivery::CheckReport& report);

  FlowLayout* m_flow;
  std::vector<Chip*> m_chips;
  LinkButton* m_mend = nullptr;
  Label* m_hint;
  Spinner* m_spinner;
  int m_costly = 0;
};

}  // namespace heliograph::ui
