// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "library/linked_answer.h"
#include "library/linked_source.h"
#include "liquid/value.h"

namespace heliograph::library {

/// One answer of a source as a message reads it: a hash of its labels. Immutable; threads share it.
class LinkedContent final {
 public:
  /// Nothing if the answer is no JSON object or array.
  [[nodiscard]] static std::shared_ptr<const LinkedContent> make(const LinkedSource& source,
                                                                 const LinkedAnswer& answer);
  Q_DISABLE_COPY_MOVE(LinkedContent)

  [[nodiscard]] const liquid::Value& value() const { return m_value; }

 private:
  LinkedContent() = default;

  liquid::ValueStore m_store;
  liquid::Value m_value;
};

/// What stands behind the root `Linked` for one person: the contents of all sources of a message, by their names.
class LinkedRoot final {
 public:
  using Contents = std::vector<std::pair<QString, std::shared_ptr<const LinkedContent>>>;

  explicit LinkedRoot(Contents contents);
  Q_DISABLE_COPY_MOVE(LinkedRoot)

  [[nodiscard]] const liquid::Value* value() const { return &m_value; }

 private:
  Contents m_contents;
  std::vector<std::string> m_names;
  std::vector<liquid::Entry> m_entries;
  liquid::Value m_value;
};

/// The labels that an answer suggests: one for each name of its outermost object, or "items" for an array.
[[nodiscard]] std::vector<LinkedLabel> labelsOfAnswer(const QByteArray& body);

}  // namespace heliograph::library
