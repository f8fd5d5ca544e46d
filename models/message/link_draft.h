// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

namespace heliograph::message {

/// A link of a message's source, taken apart so that it can be written in fields.
struct LinkDraft {
  struct Parameter {
    QString name;
    QByteArray value;     ///< Liquid as it is meant, not encoded
    QByteArray raw = {};  ///< as it stands in the link, for as long as it isn't changed

    bool operator==(const Parameter&) const = default;
  };
  QByteArray address;  ///< Liquid, without the query
  std::vector<Parameter> parameters;
  QByteArray fragment;  ///< with its #

  bool operator==(const LinkDraft&) const = default;
};

/// Takes a link apart. What stands in outputs ({{ … }}) is left whole, without a `url_encode` at its end.
[[nodiscard]] LinkDraft linkDraftOf(const QByteArray& link);

/// The link as it is written: values percent-encoded (RFC 3986), outputs in them with `url_encode`. Parameters without
/// a name or a value are left out.
[[nodiscard]] QByteArray linkOf(const LinkDraft& draft);

/// The link as it is put in place of the bytes from `begin` to `end` of a source, with the blanks without which phones
/// would join it with what stands next to it.
[[nodiscard]] QByteArray spacedLink(const QByteArray& source, qsizetype begin, qsizetype end, const QByteArray& link);

/// Whether phones make one link of all of it.
[[nodiscard]] bool isOneLink(const QByteArray& source);

}  // namespace heliograph::message
