// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "delivery/test_messages/test_event.h"

class QComboBox;
class QFormLayout;

namespace heliograph::ui {

class Label;
class SegmentedChoice;

/// What stands for the triggering event in a test: fallbacks or sample values, and each property's value, which can be
/// changed for this test. Hidden while the message reads no event.
class EventValues final : public QWidget {
  Q_OBJECT
 public:
  explicit EventValues(QWidget* parent = nullptr);

  void setForm(const delivery::TestEventForm& form);
  [[nodiscard]] delivery::TestEvent event() const;

 Q_SIGNALS:
  void changed();

 private:
  void showValues();
  void showNote();

  delivery::TestEventForm m_form;
  Label* m_title;
  SegmentedChoice* m_choice;
  QFormLayout* m_rows;
  std::vector<QComboBox*> m_fields;  ///< of the form's properties
  Label* m_note;
};

}  // namespace heliograph::ui
