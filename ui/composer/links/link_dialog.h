// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <optional>
#include <vector>

#include "editors/property_choice.h"
#include "message/link_draft.h"

class QVBoxLayout;

namespace heliograph::editors {
class TokenField;
}

namespace heliograph::ui {

class Button;
class Label;
class LinkButton;
class LinkField;

/// A link of the message in fields: its address and the parameters of its query, each of which can be personalised.
class LinkDialog final : public QDialog {
  Q_OBJECT
 public:
  /// With an empty draft a new link, else one that is in the message already.
  LinkDialog(const message::LinkDraft& draft, QWidget* parent);

  /// What `@` offers in the fields; until it is said, they tell that it is being read.
  void setProperties(const std::vector<editors::PropertyChoice>& properties);

 Q_SIGNALS:
  /// The link as it is to be written into the message.
  void chosen(const QByteArray& link);

 private:
  void arrange(bool isNew);
  void addParameter(const message::LinkDraft::Parameter& parameter);
  void removeParameter(LinkField* field);
  void showLink();
  void take();
  [[nodiscard]] message::LinkDraft draft() const;

  std::optional<std::vector<editors::PropertyChoice>> m_properties;
  editors::TokenField* m_address;
  QVBoxLayout* m_rows;
  std::vector<LinkField*> m_fields;
  Label* m_shown;
  Label* m_problem;
  LinkButton* m_add;
  Button* m_take;
};

}  // namespace heliograph::ui
