// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/price_commands.h"

#include <QMap>

#include "app/cli/call.h"
#include "app/cli/counted.h"
#include "core/whole_file.h"
#include "delivery/check/price_file.h"
#include "phone/country.h"

namespace heliograph::cli {
namespace {

using providers::Price;
using providers::Provider;

const QString kPriceProvider = QStringLiteral("provider");
const QString kPrefix = QStringLiteral("prefix");
const QString kCountry = QStringLiteral("country");
const QString kReplace = QStringLiteral("replace");

/// Prices and the providers that they name.
struct PriceList {
  std::vector<Price> prices;
  std::vector<Provider> providers;

  [[nodiscard]] QString providerName(ProviderId id) const {
    for (const Provider& provider : providers) {
      if (provider.id == id) return provider.name;
    }
    return {};
  }
};

Result<PriceList> load(const app::Workspace& workspace) {
  auto prices = workspace.prices.list();
  if (!prices) return fail(prices.error());
  auto providers = workspace.providers.list(true);
  if (!providers) return fail(providers.error());
  return PriceList{std::move(*prices), std::move(*providers)};
}

QJsonObject priceJson(const Price& price, const QString& provider) {
  return {{kPriceProvider, provider},
          {kPrefix, price.prefix},
          {kCountry, price.country},
          {QStringLiteral("price"), price.perPart.decimal()},
          {QStringLiteral("currency"), price.perPart.currency}};
}

Result<> listPrices(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto known = load(**workspace);
  if (!known) return fail(known.error());
  QList<QStringList> rows{{QStringLiteral("Provider"), QStringLiteral("Begins with"), QStringLiteral("Country"),
                           QStringLiteral("Price of a part")}};
  for (const Price& price : known->prices) {
    const QString provider = known->providerName(price.provider);
    call.console().item(priceJson(price, provider));
    rows << QStringList{provider.isEmpty() ? QStringLiteral("any") : provider,
                        price.prefix.isEmpty() ? QStringLiteral("anything") : u'+' + price.prefix,
                        phone::countryName(price.country), price.perPart.decimal() + u' ' + price.perPart.currency};
  }
  if (!call.console().isJson()) call.console().table(rows);
  return {};
}

Result<> importFile(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto known = load(**workspace);
  if (!known) return fail(known.error());
  const auto file = delivery::readPriceFile(call.argument(0), known->providers);
  if (!file) return fail(file.error());
  if (!file->problems.empty()) {
    return fail(ErrorCode::InvalidInput, QStringLiteral("Nothing was imported.\n") + file->problemText());
  }
  const auto& prices = (*workspace)->prices;
  HELIOGRAPH_TRY(call.isSet(kReplace) ? prices.replaceAll(file->prices) : prices.saveAll(file->prices));
  const auto count = static_cast<qint64>(file->prices.size());
  call.console().answer({{QStringLiteral("imported"), count}},
                        QStringLiteral("Imported %1.").arg(counted(count, QStringLiteral("price"))));
  return {};
}

Result<> exportFile(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  const auto known = load(**workspace);
  if (!known) return fail(known.error());
  const QByteArray csv = delivery::priceCsv(known->prices, known->providers);
  const QString path = call.argument(0);
  if (path.isEmpty() || path == QStringLiteral("-")) {
    call.console().raw(csv);
    return {};
  }
  HELIOGRAPH_TRY(writeWhole(path, csv));
  const auto count = static_cast<qint64>(known->prices.size());
  call.console().answer({{QStringLiteral("exported"), count}, {QStringLiteral("file"), path}},
                        QStringLiteral("Exported %1.").arg(counted(count, QStringLiteral("price"))));
  return {};
}

/// The price that the options speak of, without an amount.
Result<Price> target(Call& call, const app::Workspace& workspace) {
  Price price{{}, call.value(kPrefix), call.value(kCountry), {}};
  const QString name = call.value(kPriceProvider);
  if (name.isEmpty()) return price;
  const auto provider = workspace.providers.byName(name);
  if (!provider) return fail(provider.error());
  price.provider = provider->id;
  return price;
}

Result<> set(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto wanted = target(call, **workspace);
  if (!wanted) return fail(wanted.error());
  const auto money = Money::parse(call.argument(0), call.argument(1));
  if (!money) return call.wrongUsage(money.error().message);
  wanted->perPart = *money;
  const auto price = providers::normalised(*wanted);
  if (!price) return call.wrongUsage(price.error().message);
  HELIOGRAPH_TRY((*workspace)->prices.save(*price));
  call.console().answer(priceJson(*price, call.value(kPriceProvider)), QStringLiteral("The price is set."));
  return {};
}

Result<> removePrice(Call& call) {
  auto workspace = call.workspace();
  if (!workspace) return fail(workspace.error());
  auto wanted = target(call, **workspace);
  if (!wanted) return fail(wanted.error());
  wanted->perPart.currency = QStringLiteral("XXX");  // Any will do: only what the price is for matters.
  const auto price = providers::normalised(*wanted);
  if (!price) return fail(price.error());
  HELIOGRAPH_TRY((*workspace)->prices.remove(*price));
  call.console().answer({{QStringLiteral("removed"), true}}, QStringLiteral("The price is removed."));
  return {};
}

std::vector<QCommandLineOption> targetOptions() {
  return {valueOption(kPriceProvider, QStringLiteral("NAME"), QStringLiteral("Only for this provider.")),
          valueOption(kPrefix, QStringLiteral("91"), QStringLiteral("Only numbers that begin with these digits.")),
          valueOption(kCountry, QStringLiteral("IN"), QStringLiteral("Only numbers of this country."))};
}

}  // namespace

std::vector<Command> priceCommands() {
  const QString amount = QStringLiteral("PRICE CURRENCY");
  return {
      {QStringLiteral("price list"), {}, QStringLiteral("Lists what a part of a text costs."), 0, 0, {}, listPrices},
      {QStringLiteral("price set"), amount,
       QStringLiteral("Sets the price of a part, everywhere or where the options say."), 2, 2, targetOptions(), set},
      {QStringLiteral("price remove"),
       {},
       QStringLiteral("Removes the price that was set with the same options."),
       0,
       0,
       targetOptions(),
       removePrice},
      {QStringLiteral("price import"),
       QStringLiteral("FILE.csv"),
       QStringLiteral("Takes prices from a CSV file: provider, prefix, country, price, currency."),
       1,
       1,
       {flagOption(kReplace, QStringLiteral("Forgets all prices that are not in the file."))},
       importFile},
      {QStringLiteral("price export"),
       QStringLiteral("[FILE.csv|-]"),
       QStringLiteral("Writes all prices as such a file."),
       0,
       1,
       {},
       exportFile},
  };
}

}  // namespace heliograph::cli
