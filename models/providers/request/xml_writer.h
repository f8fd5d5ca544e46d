// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/request/json_writer.h"
#include "providers/template/xml_template.h"

namespace heliograph::providers {

/// The document in UTF-8, with its declaration. The element at the filling's place is written for each of its elements;
/// one that itself holds {Variable} or {VariableNumber} for each of the template's variables. With `omitEmpty`
/// attributes and elements without text are left out. Errors: InvalidInput for a token without a value, a value that
/// XML can't hold, and for further members, which have no place in XML.
[[nodiscard]] Result<QByteArray> writeXml(const XmlTemplate& xml, const BodyFilling& filling);

}  // namespace heliograph::providers
