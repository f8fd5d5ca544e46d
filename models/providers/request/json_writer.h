// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <vector>

#include "core/result.h"
#include "providers/template/json_template.h"
#include "providers/template/outgoing_message.h"

namespace heliograph::providers {

/// What stands in one element of a batched list, of JSON or XML.
struct BodyElement {
  TokenValues values;
  std::vector<NamedValue> extra;  ///< further members
};

/// What a template of a body is filled with.
struct BodyFilling {
  TokenValues values;
  QString elementsAt;                 ///< the list whose one element is written for each of `elements`; empty: none
  std::vector<BodyElement> elements;  ///< at least one where `elementsAt` is given
  std::vector<NamedValue> extra;      ///< further members of the document
  bool omitEmpty = false;             ///< members without text are left out, and objects that lose all theirs so
};

/// The document. A text that is the token TemplateVariables alone becomes a list of texts; a member in whose name
/// {Variable} or {VariableNumber} stands, and an element of a list that holds one, is repeated for each of the
/// template's variables. Errors: InvalidInput for a token without a value, what is no number or truth value where one
/// has to stand, and a further member whose name is there already.
[[nodiscard]] Result<QByteArray> writeJson(const JsonTemplate& json, const BodyFilling& filling);

}  // namespace heliograph::providers
