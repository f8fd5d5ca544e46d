// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/result.h"
#include "providers/definition/provider_definition.h"

/// The pieces ProviderDefinition::parse() is made of. What they read has passed the schema; they add what a schema
/// can't say.
namespace heliograph::providers {

/// An InvalidInput error at a place of the document ("send/answer/rules/2").
[[nodiscard]] Error errorAt(const QString& place, const QString& text);

/// The texts of a list.
[[nodiscard]] QStringList textsOf(const QJsonValue& list);

/// A template in the form of definition files.
[[nodiscard]] Result<TextTemplate> readTemplate(const QString& text, const QString& place);

/// The named values of a query, a form or the headers.
[[nodiscard]] Result<std::vector<RequestField>> readFields(const QJsonValue& json, const QString& place);
/// The same of headers, whose names are fixed and not ones the program writes itself.
[[nodiscard]] Result<std::vector<RequestField>> readHeaders(const QJsonValue& list, const QString& place);
/// "GET", "PUT", or else POST.
[[nodiscard]] RequestSpec::Method readMethod(const QString& name);
[[nodiscard]] Result<RequestSpec> readRequest(const QJsonObject& json, const QString& place);
[[nodiscard]] Result<AnswerSpec> readAnswer(const QJsonObject& json, const QString& place);
/// A selector; not set where there is none.
[[nodiscard]] Result<Selector> readSelector(const QJsonValue& json, const QString& place);
[[nodiscard]] Result<Condition> readCondition(const QJsonObject& json, const QString& place);
/// The part of that name ("receipts" or "inbound") of a definition, if it has one.
[[nodiscard]] Result<std::optional<ReportsSpec>> readReports(const QJsonObject& definition, const QString& name);
/// How several messages share a request: "batch" of the exchange that sends.
[[nodiscard]] Result<BatchSpec> readBatch(const QJsonObject& json, AnswerFormat format, const QString& place);
[[nodiscard]] Result<Authentication> readAuthentication(const QJsonObject& json, const QString& place);
/// How requests are signed; the strategy None where there is nothing.
[[nodiscard]] Result<RequestSignature> readRequestSignature(const QJsonObject& json, const QString& place);
[[nodiscard]] Result<SettingField> readSetting(const QJsonObject& json, const QString& place);

/// Everything of a definition but its checks; `exchange` is the name of its main exchange ("send"), without which it
/// has to be made from settings.
[[nodiscard]] Result<ProviderDefinition> readDefinition(const QJsonObject& json, const QString& exchange);

/// The same as checkDefinition() for a shortener's definition, whose one exchange is "shorten".
[[nodiscard]] Result<> checkShortenerDefinition(const ProviderDefinition& definition);

/// Checks what concerns several parts: each token is known where it stands, no secret in an address, the outcomes fit
/// the kind of exchange, conditions and sets name fields there are.
[[nodiscard]] Result<> checkDefinition(const ProviderDefinition& definition);

}  // namespace heliograph::providers
