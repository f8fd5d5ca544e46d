// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRegularExpression>
#include <algorithm>

#include "phone/country.h"
#include "providers/generic/settings_definition.h"
#include "providers/provider.h"
#include "providers/template/countries_field.h"

namespace heliograph::providers {
namespace {

constexpr int longestName = 80;

/// Gathers what is wrong, field by field.
class ProviderCheck {
 public:
  ProviderCheck(const Provider& provider, const ProviderDefinition& definition)
      : m_provider(provider), m_definition(definition) {}

  std::vector<FieldError> run() {
    checkName();
    checkBase();
    for (const QString& key : m_provider.settings.keys()) checkKnown(key);
    for (const SettingField& field : m_definition.settings) {
      if (fieldApplies(field, m_provider, m_definition) && !field.secret) checkField(field);
    }
    for (const OneOfFields& set : m_definition.oneOf) checkOneOf(set);
    if (m_errors.empty() && m_definition.madeFromSettings) {
      m_errors = definitionFromSettings(m_definition, m_provider).errors;
    }
    return std::move(m_errors);
  }

 private:
  void add(const QString& field, const QString& text) { m_errors.push_back({field, text}); }

  void checkName() {
    const QString name = m_provider.name.trimmed();
    const bool printable = std::all_of(name.begin(), name.end(), [](QChar c) { return c.isPrint(); });
    if (name.isEmpty()) {
      add(QStringLiteral("name"), QStringLiteral("Give the provider a name."));
    } else if (name.size() > longestName || !printable) {
      add(QStringLiteral("name"), QStringLiteral("A name is one line of at most %1 characters.").arg(longestName));
    }
  }

  void checkBase() {
    if (m_provider.baseUrl.isEmpty()) {
      if (m_definition.baseUrl.isEmpty() && !m_definition.madeFromSettings) {
        add(QStringLiteral("base_url"), m_definition.shortLinkLength > 0
                                            ? QStringLiteral("Give the server's web address.")
                                            : QStringLiteral("Give the provider's web address."));
      }
      return;
    }
    const auto allowed = checkBaseUrl(m_provider.baseUrl);
    if (!allowed) add(QStringLiteral("base_url"), allowed.error().message);
  }

  void checkKnown(const QString& key) {
    const SettingField* field = m_definition.field(key);
    if (!field) {
      add(key, QStringLiteral("“%1” isn't a field of %2.").arg(key, m_definition.name));
    } else if (field->secret) {
      add(key, QStringLiteral("%1 is a secret: it isn't written among the settings but kept in the secret store.")
                   .arg(field->label));
    }
  }

  void checkField(const SettingField& field) {
    if (field.type == SettingField::Type::Rows) return checkRows(field);
    const QJsonValue raw = m_provider.settings.value(field.name);
    const QString text = m_provider.setting(field);
    if (raw.isArray() || raw.isObject()) {
      add(field.name, QStringLiteral("%1 is one value.").arg(field.label));
    } else if (text.isEmpty()) {
      if (field.required) add(field.name, QStringLiteral("%1 is missing.").arg(field.label));
    } else if (!isOfType(field, text)) {
      add(field.name, describeType(field));
    } else if (!matches(field, text)) {
      add(field.name, QStringLiteral("%1 has to be %2.").arg(field.label, field.patternHelp));
    } else if (field.name == countriesField().name) {
      checkCountries(field, text);
    }
  }

  void checkCountries(const SettingField& field, const QString& text) {
    for (const QString& code : countryCodes(text)) {
      if (!phone::callingCode(code).isEmpty()) continue;
      return add(field.name, QStringLiteral("“%1” isn't the code of a country that has phone numbers.").arg(code));
    }
  }

  void checkRows(const SettingField& field) {
    const auto rows = settingRows(m_provider, field.name);
    if (!rows) {
      add(field.name, rows.error().message);
    } else if (rows->empty() && field.required) {
      add(field.name, QStringLiteral("%1 is missing.").arg(field.label));
    }
  }

  void checkOneOf(const OneOfFields& set) {
    const bool given = std::any_of(set.fields.begin(), set.fields.end(), [this](const QString& name) {
      const SettingField* field = m_definition.field(name);
      return field && !m_provider.setting(*field).isEmpty();
    });
    if (!given) add(set.fields.first(), set.text);
  }

  static bool isOfType(const SettingField& field, const QString& text) {
    if (field.type == SettingField::Type::Choice) {
      return std::any_of(field.choices.begin(), field.choices.end(),
                         [&](const SettingField::Choice& choice) { return choice.value == text; });
    }
    if (field.type == SettingField::Type::Flag) {
      return text == QStringLiteral("true") || text == QStringLiteral("false");
    }
    if (field.type != SettingField::Type::Number) return true;
    bool number = false;
    return text.toInt(&number) >= 0 && number;
  }

  static QString describeType(const SettingField& field) {
    if (field.type == SettingField::Type::Flag) return QStringLiteral("%1 is true or false.").arg(field.label);
    if (field.type == SettingField::Type::Number) return QStringLiteral("%1 is a whole number.").arg(field.label);
    QStringList values;
    for (const auto& choice : field.choices) values.append(choice.value);
    return QStringLiteral("%1 is one of: %2.").arg(field.label, values.join(QStringLiteral(", ")));
  }

  static bool matches(const SettingField& field, const QString& text) {
    if (field.pattern.isEmpty()) return true;
    return QRegularExpression(QRegularExpression::anchoredPattern(field.pattern)).match(text).hasMatch();
  }

  const Provider& m_provider;
  const ProviderDefinition& m_definition;
  std::vector<FieldError> m_errors;
};

}  // namespace

std::vector<FieldError> checkProvider(const Provider& provider, const ProviderDefinition& definition) {
  return ProviderCheck(provider, definition).run();
}

}  // namespace heliograph::providers
