// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "editors/property_choice.h"
#include "message/link_draft.h"

class QLineEdit;

namespace heliograph::editors {
class TokenField;
}

namespace heliograph::ui {

/// One parameter of a link: its name, its value, which may be personalised, and a button that takes it away.
class LinkField final : public QWidget {
  Q_OBJECT
 public:
  explicit LinkField(const message::LinkDraft::Parameter& parameter, QWidget* parent = nullptr);

  [[nodiscard]] const message::LinkDraft::Parameter& parameter() const { return m_parameter; }
  /// What `@` offers in its value.
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// Puts the focus on its name.
  void focusName();

 Q_SIGNALS:
  void edited();
  void removeRequested();

 private:
  message::LinkDraft::Parameter m_parameter;
  QLineEdit* m_name;
  editors::TokenField* m_value;
};

}  // namespace heliograph::ui
