// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "delivery/courier/outgoing_fields.h"

namespace heliograph::delivery {
namespace {

void addOutgoingPairs(const std::vector<message::MadePair>& pairs, QHash<QString, QString>& asked,
                      std::vector<providers::NamedValue>& extra) {
  for (const message::MadePair& pair : pairs) {
    if (pair.own) {
      extra.push_back({pair.name, pair.value});
    } else {
      asked.insert(pair.name, pair.value);
    }
  }
}

}  // namespace

void addFields(const message::MadeFields& fields, providers::OutgoingMessage& into) {
  into.templateId = fields.templateId;
  into.templateVariables = fields.variables;
  addOutgoingPairs(fields.globals, into.custom, into.extraGlobals);
  addOutgoingPairs(fields.headers, into.custom, into.extraHeaders);
  addOutgoingPairs(fields.body, into.custom, into.extraBody);
}

}  // namespace heliograph::delivery
