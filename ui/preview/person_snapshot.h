// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <vector>

#include "audience/profile_schema.h"
#include "core/ids.h"
#include "core/result.h"
#include "liquid/value.h"
#include "message/compiled_message.h"
#include "ui/services.h"

namespace heliograph::ui {

/// One real person with everything a message can use, kept in memory so that a keystroke is rendered at once.
class PersonSnapshot final {
 public:
  /// Reads a person. Errors: NotFound, those of storage.
  [[nodiscard]] static Result<std::shared_ptr<const PersonSnapshot>> read(
      const Services& services, std::shared_ptr<const audience::ProfileSchema> schema, ProfileId id);
  /// Nobody in particular: every value is missing, so that fallbacks show.
  [[nodiscard]] static std::shared_ptr<const PersonSnapshot> nobody(
      std::shared_ptr<const audience::ProfileSchema> schema);

  [[nodiscard]] ProfileId id() const { return m_id; }
  /// How to name the person on screen; empty for nobody().
  [[nodiscard]] const QString& name() const { return m_name; }
  [[nodiscard]] const QString& identity() const { return m_identity; }
  /// Why this person can't be texted at all, as a sentence; empty when they can.
  [[nodiscard]] const QString& obstacle() const { return m_obstacle; }
  /// What a message is rendered with; valid as long as the snapshot.
  [[nodiscard]] message::PersonValues values() const;

 private:
  explicit PersonSnapshot(std::shared_ptr<const audience::ProfileSchema> schema);
  void keep(const liquid::Value* slots);
  liquid::Value kept(const liquid::Value& value);

  ProfileId m_id;
  QString m_name;
  QString m_identity;
  QString m_obstacle;
  std::shared_ptr<const audience::ProfileSchema> m_schema;
  liquid::ValueStore m_texts;
  std::vector<liquid::Value> m_values;
  bool m_textedBefore = false;
};

}  // namespace heliograph::ui
