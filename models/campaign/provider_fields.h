// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <vector>

#include "core/result.h"

namespace heliograph::campaign {

/// A named value that goes to the provider with a message.
struct KeyValue {
  QString name;
  QByteArray value;  ///< Liquid, canonical UTF-8
  bool own = false;  ///< of this campaign only; false: the provider asks for it

  bool operator==(const KeyValue&) const = default;
};

/// What goes to the provider beside one copy of the message.
struct ProviderFields {
  QString templateId;
  QString approvedText;               ///< what is registered under that id, with its places: "Hi {#var#}"
  std::vector<QByteArray> variables;  ///< Liquid; of the template, in the order of its places
  std::vector<KeyValue> body;         ///< of each message
  std::vector<KeyValue> headers;      ///< of each request
  std::vector<KeyValue> globals;      ///< once for all messages of a request

  bool operator==(const ProviderFields&) const = default;
};

/// The texts of the fields that are Liquid.
[[nodiscard]] std::vector<QByteArray> sourcesOf(const ProviderFields& fields);

/// The member "fields" of a campaign's JSON and of a copy's; an empty object is none. Errors: InvalidInput with the
/// member that is wrong.
[[nodiscard]] Result<ProviderFields> providerFieldsFromJson(const QJsonObject& json);
[[nodiscard]] QJsonObject toJson(const ProviderFields& fields);

/// In words, a line each: "Template ID: 1107", "Variable 1: {{ Profile.name }}". Empty for none.
[[nodiscard]] QString describe(const ProviderFields& fields);

}  // namespace heliograph::campaign
