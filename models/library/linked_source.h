// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/ids.h"
#include "core/result.h"

namespace heliograph::library {

using LinkedSourceId = Id<struct LinkedSourceTag>;

/// A header of the requests to a source.
struct LinkedHeader {
  QString name;
  QString value;  ///< may hold {{placeholders}}

  bool operator==(const LinkedHeader&) const = default;
};

/// How a source knows who asks. The secret itself (password, value of the header, token) rests in the secret store.
struct LinkedAuth {
  enum class Kind { None, Basic, Header, Bearer };
  Kind kind = Kind::None;
  QString name;  ///< Basic: the user; Header: the header's name

  bool operator==(const LinkedAuth&) const = default;
};

/// A label with a value of one's own: for {{placeholders}} of the address and the headers, and in the message as
/// Linked.<source>.<label> unless it is secret.
struct LinkedConstant {
  QString name;
  QString value;  ///< empty when it is secret: then it rests in the secret store
  bool isSecret = false;

  bool operator==(const LinkedConstant&) const = default;
};

/// A label that stands for a place in the answer.
struct LinkedLabel {
  QString name;
  QString path;  ///< such as "shop.items[0].name"; see JsonPath

  bool operator==(const LinkedLabel&) const = default;
};

/// A web service whose answers a message can read: {{ Linked.<name>.<label> }}. Its name is fixed once it is saved, as
/// messages and secrets go by it.
struct LinkedSource {
  LinkedSourceId id;
  QString name;
  QString url;  ///< may hold {{placeholders}} in its path and its query
  std::vector<LinkedHeader> headers;
  LinkedAuth auth;
  std::vector<LinkedConstant> constants;
  std::vector<LinkedLabel> labels;
  bool allowPrivate = false;  ///< may lead into the own network
  QDateTime updatedAt;        ///< UTC

  bool operator==(const LinkedSource&) const = default;
};

/// Labels that every source has: "raw", "JSON", "http_status_code", "headers".
[[nodiscard]] const QStringList& systemLabels();

/// What a message may read of it: the labels of its answer, its own ones that aren't secret, the system's.
[[nodiscard]] QStringList readableLabels(const LinkedSource& source);

/// The placeholders of address and headers that a campaign has to fill: all that are no label of its own. In order,
/// each once.
[[nodiscard]] QStringList parameterNames(const LinkedSource& source);

/// Whether a name can stand in Liquid without brackets: letters, digits and _, not beginning with a digit.
[[nodiscard]] bool isLinkedName(const QString& name);

/// Error: InvalidInput with the first thing that is wrong, for a person.
[[nodiscard]] Result<> checkLinkedSource(const LinkedSource& source);

/// As it lies in the workspace and in files; without id and time, never with a secret.
[[nodiscard]] QJsonObject linkedSourceToJson(const LinkedSource& source);
/// The reverse. Error: InvalidInput, when it isn't such an object; see checkLinkedSource() for what it says.
[[nodiscard]] Result<LinkedSource> linkedSourceFromJson(const QJsonObject& json);

/// Stable names as in JSON: "none", "basic", "header", "bearer".
[[nodiscard]] QString linkedAuthName(LinkedAuth::Kind kind);

}  // namespace heliograph::library
