// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "providers/json_template.h"
#include "providers/text_template.h"

namespace heliograph::providers {

/// A named value of a query, a form or the headers.
struct RequestField {
  TextTemplate name;
  TextTemplate value;
  QString when = {};       ///< a token that must not be empty, else the field is left out; empty: always there
  JsonTemplate json = {};  ///< of a form or a query: the value as JSON text; then `value` is empty

  bool operator==(const RequestField&) const = default;
};

/// One HTTP request as data.
struct RequestSpec {
  enum class Method { Get, Post };
  enum class Body { None, Form, Json };

  Method method = Method::Post;
  TextTemplate target;  ///< path, and a query if it is written out; joined to the base URL
  std::vector<RequestField> query;
  std::vector<RequestField> headers;
  Body body = Body::None;
  std::vector<RequestField> form;
  JsonTemplate json;
  bool omitEmpty = false;  ///< members of the JSON body without text are left out

  bool operator==(const RequestSpec&) const = default;
};

}  // namespace heliograph::providers
