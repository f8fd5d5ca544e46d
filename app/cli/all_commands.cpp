// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_command.h"
#include "app/cli/campaign_commands.h"
#include "app/cli/command_registry.h"
#include "app/cli/coupon_commands.h"
#include "app/cli/definition_commands.h"
#include "app/cli/deliver_command.h"
#include "app/cli/demo_command.h"
#include "app/cli/event_commands.h"
#include "app/cli/group_commands.h"
#include "app/cli/history_commands.h"
#include "app/cli/hold_back_commands.h"
#include "app/cli/import_commands.h"
#include "app/cli/library_commands.h"
#include "app/cli/linked_commands.h"
#include "app/cli/list_commands.h"
#include "app/cli/listen_command.h"
#include "app/cli/preview_command.h"
#include "app/cli/price_commands.h"
#include "app/cli/profile_commands.h"
#include "app/cli/provider_commands.h"
#include "app/cli/publish_commands.h"
#include "app/cli/quiet_commands.h"
#include "app/cli/render_command.h"
#include "app/cli/report_command.h"
#include "app/cli/resolve_command.h"
#include "app/cli/sandbox_command.h"
#include "app/cli/segment_commands.h"
#include "app/cli/shortener_commands.h"
#include "app/cli/signature_command.h"
#include "app/cli/sms_command.h"
#include "app/cli/test_send_command.h"
#include "app/cli/when_commands.h"

namespace heliograph::cli {

CommandRegistry allCommands() {
  CommandRegistry registry;
  for (auto* commands :
       {renderCommands,    smsCommands,        importCommands,   eventCommands,    listCommands,   profileCommands,
        segmentCommands,   campaignCommands,   historyCommands,  holdBackCommands, quietCommands,  publishCommands,
        whenCommands,      previewCommands,    testSendCommands, deliverCommands,  reportCommands, resolveCommands,
        providerCommands,  groupCommands,      priceCommands,    libraryCommands,  couponCommands, linkedCommands,
        shortenerCommands, definitionCommands, sandboxCommands,  demoCommands,     listenCommands, signatureCommands,
        benchCommands}) {
    registry.add(commands());
  }
  return registry;
}

}  // namespace heliograph::cli
