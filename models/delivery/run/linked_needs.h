// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "audience/profile_schema.h"
#include "campaign/published_version.h"
#include "library/linked_request.h"
#include "message/message_plan.h"

namespace heliograph::delivery {

/// The linked content that the texts of a published campaign read: from which sources, as they were published, and
/// what their parameters are filled with.
class LinkedNeeds final {
 public:
  /// One source that has to be asked.
  struct Need {
    std::shared_ptr<const library::ReadySource> ready;
    campaign::LinkedUse use;

    /// What its parameters are for the person of this row.
    [[nodiscard]] library::LinkedValues parametersOf(const audience::ProfileSchema& schema,
                                                     const liquid::Value* slots) const;
  };

  LinkedNeeds() = default;
  LinkedNeeds(const message::MessagePlan& message, const campaign::FrozenCampaign& frozen);

  [[nodiscard]] bool isEmpty() const { return m_needs.empty(); }
  /// Of the text of a copy.
  [[nodiscard]] std::vector<const Need*> of(int copy) const;

  /// Reads the secrets of all sources anew. Errors: those of the store.
  [[nodiscard]] Result<> readSecrets(const net::SecretStore& store);
  /// No source lacks a secret.
  [[nodiscard]] bool isReady() const { return m_obstacle.isEmpty(); }
  /// What is missing, in words.
  [[nodiscard]] const QString& obstacle() const { return m_obstacle; }

 private:
  std::vector<Need> m_needs;
  std::vector<QStringList> m_sourcesOfCopies;
  QString m_obstacle;
};

}  // namespace heliograph::delivery
