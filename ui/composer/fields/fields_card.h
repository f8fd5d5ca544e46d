// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "campaign/issue.h"
#include "editors/property_choice.h"
#include "providers/routes/asked_fields.h"
#include "ui/widgets/card.h"

namespace heliograph::ui {

class CampaignDocument;
class PairFields;
class TemplateFields;

/// What the providers of the campaign's route ask for beside the text, of the copy that is edited: the template, then
/// named values in their blocks. Shown while they ask for anything.
class FieldsCard final : public Card {
  Q_OBJECT
 public:
  explicit FieldsCard(CampaignDocument& document, QWidget* parent = nullptr);

  /// Shows what is asked for and what is wrong with it; `usable` offers to write the approved text as the message.
  void show(const std::optional<providers::AskedFields>& asked, const std::vector<campaign::Issue>& issues,
            bool usable);
  using Card::show;
  void setProperties(const std::vector<editors::PropertyChoice>& properties);
  /// Puts the focus into a field by its name in issues, or into the first one; false if it isn't here.
  bool focusField(const QString& place);

 Q_SIGNALS:
  /// The approved text is to be the message.
  void useRequested(const QByteArray& source);

 private:
  CampaignDocument& m_document;
  TemplateFields* m_template;
  PairFields* m_pairs;
};

}  // namespace heliograph::ui
