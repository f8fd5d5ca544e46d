// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/definition/definition_parts.h"

namespace heliograph::providers {
namespace {

BatchSpec::Match matchNamed(const QString& name) {
  static const QHash<QString, BatchSpec::Match> matches{{QStringLiteral("index"), BatchSpec::Match::Index},
                                                        {QStringLiteral("client_id"), BatchSpec::Match::ClientId},
                                                        {QStringLiteral("number"), BatchSpec::Match::Number}};
  return matches.value(name, BatchSpec::Match::Whole);
}

/// What has to be known of each result for it to be told whose it is.
Result<> checkMatching(const BatchSpec& batch, const QString& place) {
  using Match = BatchSpec::Match;
  const bool lacksNumber = batch.match == Match::Number && !batch.result.echoTo.isSet();
  const bool lacksId = batch.match == Match::ClientId && !batch.result.echoClientId.isSet();
  if (!lacksNumber && !lacksId) return {};
  return fail(errorAt(place + QStringLiteral("/result/select"),
                      lacksNumber ? QStringLiteral("“to” has to say where a result's number stands")
                                  : QStringLiteral("“client_id” has to say where our id stands in a result")));
}

}  // namespace

Result<BatchSpec> readBatch(const QJsonObject& json, AnswerFormat format, const QString& place) {
  BatchSpec batch;
  batch.most = json.value(u"most").toInt(1);
  batch.at = json.value(u"at").toString();
  batch.separator = json.value(u"join").toString();
  batch.allOrNone = json.value(u"all_or_none").toBool();
  batch.match = matchNamed(json.value(u"match").toString());
  const bool whole = batch.match == BatchSpec::Match::Whole;
  if (batch.at.isEmpty() == batch.separator.isEmpty()) {
    return fail(errorAt(place, QStringLiteral("messages share a request by “at” or by “join”; give one of them")));
  }
  if (whole == json.contains(u"result") || whole == json.contains(u"each")) {
    return fail(errorAt(place, QStringLiteral("“each” and “result” go with “match”: index, client_id or number")));
  }
  if (whole) return batch;
  auto each = Selector::parse(json.value(u"each").toString());
  if (!each) return fail(errorAt(place + QStringLiteral("/each"), each.error().message));
  batch.each = std::move(*each);
  auto result = readAnswer(json.value(u"result").toObject(), place + QStringLiteral("/result"));
  if (!result) return fail(result.error());
  batch.result = std::move(*result);
  batch.result.format = format;
  HELIOGRAPH_TRY(checkMatching(batch, place));
  return batch;
}

}  // namespace heliograph::providers
