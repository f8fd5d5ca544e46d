// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/linked_secrets.h"

#include <QCoreApplication>
#include <algorithm>

namespace heliograph::library {
namespace {

bool hasSecretField(const LinkedSource& source, const QString& field) {
  const auto fields = linkedSecretFields(source);
  return std::any_of(fields.begin(), fields.end(), [&](const LinkedSecretField& one) { return one.field == field; });
}

QString titleOfAuth(LinkedAuth::Kind kind) {
  switch (kind) {
    case LinkedAuth::Kind::Basic:
      return QCoreApplication::translate("LinkedSource", "Password");
    case LinkedAuth::Kind::Header:
      return QCoreApplication::translate("LinkedSource", "Value of the header");
    default:
      return QCoreApplication::translate("LinkedSource", "Token");
  }
}

}  // namespace

QString linkedSecretOwner(const QString& source) {
  return QStringLiteral("Linked.") + source;
}

std::vector<LinkedSecretField> linkedSecretFields(const LinkedSource& source) {
  std::vector<LinkedSecretField> fields;
  if (source.auth.kind != LinkedAuth::Kind::None) {
    fields.push_back({QStringLiteral("auth"), titleOfAuth(source.auth.kind)});
  }
  for (const LinkedConstant& constant : source.constants) {
    if (constant.isSecret) fields.push_back({QStringLiteral("label_") + constant.name, constant.name});
  }
  return fields;
}

Result<LinkedSecrets> readLinkedSecrets(const LinkedSource& source, const net::SecretStore& store) {
  LinkedSecrets secrets;
  for (const LinkedSecretField& field : linkedSecretFields(source)) {
    const auto value = store.read(linkedSecretOwner(source.name), field.field);
    if (value) {
      secrets.values.insert(field.field, *value);
    } else if (value.error().code == ErrorCode::NotFound) {
      secrets.missing << field.title;
    } else {
      return fail(value.error());
    }
  }
  return secrets;
}

Result<> writeLinkedSecrets(const LinkedSource& source, const LinkedValues& values, net::SecretStore& store) {
  for (const QString& field : values.keys()) {
    if (hasSecretField(source, field)) continue;
    return fail(ErrorCode::InvalidInput, QStringLiteral("“%1” is no secret of this source.").arg(field));
  }
  for (auto one = values.begin(); one != values.end(); ++one) {
    HELIOGRAPH_TRY(store.write(linkedSecretOwner(source.name), one.key(), one.value()));
  }
  return {};
}

Result<> removeLinkedSecrets(const LinkedSource& before, const LinkedSource* after, net::SecretStore& store) {
  for (const LinkedSecretField& field : linkedSecretFields(before)) {
    if (after != nullptr && hasSecretField(*after, field.field)) continue;
    HELIOGRAPH_TRY(store.remove(linkedSecretOwner(before.name), field.field));
  }
  return {};
}

}  // namespace heliograph::library
