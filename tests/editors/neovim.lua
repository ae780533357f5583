-- Drives Neovim as a person would: see the finding, choose its fix from the menu, type, save. Ends with PASS or FAIL.
-- Runs in 0.7 and newer; the file, Python and the finding's text come through the environment.
local file, python = os.getenv("CLOUDLINT_FILE"), os.getenv("CLOUDLINT_PYTHON")
local function out(text) io.stdout:write(text .. "\n") end
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n") end
local function rules()
  local found = {}
  for _, it in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, ("%d:%d %s"):format(it.lnum + 1, it.col, it.code or it.user_data.lsp.code))
  end
  return table.concat(found, ", ")
end
local function until_(what, look)
  if not vim.wait(30000, look, 20) then error(what .. "; findings: " .. rules()) end
end

local function main()
  vim.cmd("edit " .. file)
  vim.bo.filetype = "terraform"
  local server = { name = "cloudlint", cmd = { python, "-m", "cloudlint", "server" }, root_dir = vim.fn.fnamemodify(file, ":h") }
  local id
  if vim.lsp.start then id = vim.lsp.start(server) else id = vim.lsp.start_client(server); vim.lsp.buf_attach_client(0, id) end
  assert(id, "the client did not start")

  until_("no finding", function() return rules() ~= "" end)
  out("found " .. rules())
  local finding = vim.diagnostic.get(0)[1]
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })

  local encoding = vim.lsp.get_client_by_id(id).offset_encoding
  local place = vim.lsp.util.make_position_params(0, encoding)
  local answers = vim.lsp.buf_request_sync(0, "textDocument/hover", place, 30000)
  for _, answer in pairs(answers) do
    assert(answer.result, "no hover")
    out("hover " .. answer.result.contents.value:sub(1, 60))
  end

  vim.ui.select = function(items, _, pick)
    for _, item in ipairs(items) do out("offered " .. (item.action or item[2]).title) end
    pick(items[1], 1)
  end
  vim.lsp.buf.code_action()
  until_("the fix did not come", function() return text():find('"private"') end)
  until_("the finding did not go", function() return rules() == "" end)

  vim.cmd("undo")
  until_("undone, the finding did not come back", function() return rules() ~= "" end)
  vim.cmd("redo")
  until_("done again, the finding did not go", function() return rules() == "" end)
  vim.cmd("silent write")
  out("PASS")
end

local fine, trouble = xpcall(main, debug.traceback)
if not fine then out("FAIL " .. trouble) end
for _, client in ipairs((vim.lsp.get_clients or vim.lsp.get_active_clients)()) do client.stop(client, true) end
vim.cmd(fine and "qall!" or "cquit 1")
