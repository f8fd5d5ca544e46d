// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "net/http_request.h"
#include "providers/template/json_template.h"
#include "providers/template/text_template.h"
#include "providers/template/xml_template.h"

namespace heliograph::providers {

/// A named value of a query, a form or the headers.
struct RequestField {
  TextTemplate name;
  TextTemplate value;
  QString when = {};       ///< a token that must not be empty, else the field is left out; empty: always there
  JsonTemplate json = {};  ///< of a form or a query: the value as JSON text; then `value` is empty
  XmlTemplate xml = {};    ///< the same as XML text

  bool operator==(const RequestField&) const = default;
};

/// One HTTP request as data.
struct RequestSpec {
  using Method = net::HttpRequest::Method;
  enum class Body { None, Form, Json, Xml };

  Method method = Method::Post;
  QString host;         ///< scheme and host where they aren't the definition's own; one of those it declares
  TextTemplate target;  ///< path, and a query if it is written out; joined to the base URL
  std::vector<RequestField> query;
  std::vector<RequestField> headers;
  Body body = Body::None;
  std::vector<RequestField> form;
  JsonTemplate json;
  XmlTemplate xml;
  bool omitEmpty = false;  ///< members of the JSON body, or elements of the XML, without text are left out

  bool operator==(const RequestSpec&) const = default;
};

}  // namespace heliograph::providers
